import { chromium, type Browser } from "playwright";
import { browserFlags, findBrowser } from "../../scripts/testing/browser.ts";

export type Opened = { /** Until both texts are visible; `null` when they were not before the limit. */ ms: number | null; bytes: number; heapMb: number; nodes: number };

export async function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({ args: [...browserFlags(), "--js-flags=--max-old-space-size=8192"], ...(executablePath ? { executablePath } : {}) });
}

/**
 * Opens an address in a context of its own, nothing cached, and waits until the operation's summary stands in the window
 * and the parameter's name stands somewhere on the page as a text by itself: the same test for every tool.
 */
export async function openPage(browser: Browser, url: string, wanted: { summary: string; parameter: string }, limitMs: number): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(watch, wanted);
  const found = async () => page.evaluate(() => (window as typeof window & { seenAt?: number }).seenAt ?? null).catch(() => null);
  try {
    await page.goto(url, { waitUntil: "commit", timeout: limitMs });
    await page.waitForFunction(() => (window as typeof window & { seenAt?: number }).seenAt !== undefined, undefined, { timeout: limitMs, polling: 200 }).catch(() => undefined);
    const ms = await found();
    // What is on its way still counts, for all alike.
    await page.waitForTimeout(1_000);
    await session.send("HeapProfiler.enable");
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
    return { ms, bytes, heapMb: usedSize / 2 ** 20, nodes };
  } finally {
    await context.close();
  }
}

/** Runs in the page, from its first moment: looks ten times a second, and notes when it has seen. */
function watch({ summary, parameter }: { summary: string; parameter: string }): void {
  const same = (text: string | null, wanted: string) => (text ?? "").replace(/\s+/g, " ").trim() === wanted;
  const shown = (element: Element | null) => element !== null && element.checkVisibility() && element.getClientRects().length > 0;
  const inWindow = (element: Element) => [...element.getClientRects()].some((box) => box.bottom > 0 && box.top < window.innerHeight);
  const texts = (wanted: string, test: (element: Element) => boolean) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element && same(node.textContent, wanted) && shown(element) && test(element)) return true;
    }
    return false;
  };
  const look = () => {
    if (document.body && texts(parameter, () => true) && texts(summary, inWindow)) (window as typeof window & { seenAt?: number }).seenAt = performance.now();
    else setTimeout(look, 25);
  };
  look();
}
