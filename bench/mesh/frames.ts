import { chromium, type Page } from "playwright";
import { browserFlags, findBrowser } from "../../scripts/testing/browser.ts";

export type Frames = { pan: number[]; zoom: number[]; marksMost: number };

/** Pans and zooms the map in Chromium without a graphics card; how long each frame took, in milliseconds. */
export async function measureFrames(url: string): Promise<Frames> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...browserFlags(), "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${url}/mesh`);
    const map = page.getByRole("application", { name: "Map of the mesh" });
    await map.and(page.locator('[data-mesh-state]:not([data-mesh-state="loading"])')).waitFor({ timeout: 60_000 });
    const box = await map.boundingBox();
    if (!box) throw new Error("The map has no place.");
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const frames: Frames = { pan: [], zoom: [], marksMost: 0 };
    // The first round warms up: shaders, text, the browser's own compiler.
    for (let round = 0; round < 4; round++) {
      const zoom = await recorded(page, async () => {
        await page.mouse.move(middle.x, middle.y);
        for (let step = 0; step < 14; step++) await wheel(page, -120);
      });
      const pan = await recorded(page, async () => {
        await page.mouse.move(middle.x, middle.y);
        await page.mouse.down();
        for (let step = 1; step <= 60; step++) await page.mouse.move(middle.x + 220 * Math.sin(step / 8), middle.y + 160 * Math.cos(step / 7));
        await page.mouse.up();
      });
      const back = await recorded(page, async () => {
        await page.mouse.move(middle.x, middle.y);
        for (let step = 0; step < 18; step++) await wheel(page, 120);
      });
      frames.marksMost = Math.max(frames.marksMost, zoom.marks, pan.marks, back.marks);
      if (round === 0) continue;
      frames.pan.push(...pan.times);
      frames.zoom.push(...zoom.times, ...back.times);
    }
    return frames;
  } finally {
    await browser.close();
  }
}

async function wheel(page: Page, by: number): Promise<void> {
  await page.mouse.wheel(0, by);
  await page.waitForTimeout(60);
}

/** Time from each frame to the next while something is done. */
async function recorded(page: Page, act: () => Promise<void>): Promise<{ times: number[]; marks: number }> {
  await page.evaluate(() => {
    const state = { times: [] as number[], marks: 0, last: performance.now(), runs: true };
    Object.assign(window, { meshFrames: state });
    const tick = () => {
      const now = performance.now();
      state.times.push(now - state.last);
      state.last = now;
      state.marks = Math.max(state.marks, Number(document.querySelector<HTMLElement>("[data-mesh-state]")?.dataset["meshState"]?.split(" ")[1] ?? 0));
      if (state.runs) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await act();
  return page.evaluate(() => {
    const state = (window as unknown as { meshFrames: { times: number[]; marks: number; runs: boolean } }).meshFrames;
    state.runs = false;
    return { times: state.times.slice(1), marks: state.marks };
  });
}
