import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./test.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const run = Date.now().toString(36);
// Browsers on machines without a graphics card draw WebGL in software only when asked to.
test.use({ launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, args: [...(launchOptions.args ?? []).filter((flag) => flag !== "--disable-gpu"), "--enable-unsafe-swiftshader"] }) });

type Client = { token: string; url: string };

async function put(server: Client, path: string, method: string, body: string): Promise<void> {
  const response = await fetch(`${server.url}${path}`, { method, headers: { authorization: `Bearer ${server.token}`, "content-type": "text/plain" }, body });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
}

const http = (title: string) => `openapi: 3.1.0\ninfo: { title: ${title}, version: "1" }\npaths:\n  /things:\n    get:\n      responses: { "200": { description: fine } }\n`;

/** The title that a service gets by its name. */
const titleOf = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll("-", " ");

/** A chain of three services: the first uses the second, which uses the third. */
async function chain(server: Client, unique: (name: string) => string) {
  const names = ["front", "middle", "back"].map((name) => `${unique(name)}-${run}`);
  for (const name of names) await put(server, `/api/v1/specs?interface=${name}-api&new=true&service=${name}`, "POST", http(`${name} API`));
  for (const [index, name] of names.slice(0, 2).entries()) {
    await put(server, `/api/v1/services/${name}/manifest`, "PUT", `service: ${name}\nconsumes:\n  - interface: ${names[index + 1]}-api\n    uses:\n      - operation: GET /things\n`);
  }
  return { front: names[0]!, middle: names[1]!, back: names[2]! };
}

test("a declared dependency is in the graph, a path leads over it, and the graph can be taken along", async ({ page, server, unique }) => {
  const slugs = await chain(server, unique);
  const { front } = slugs;
  const [first, middle, last] = [slugs.front, slugs.middle, slugs.back].map(titleOf) as [string, string, string];
  await expect(async () => {
    await page.goto(`/mesh?focus=service:${front}`);
    await expect(page.getByRole("table", { name: "Nodes of the graph" })).toContainText(middle, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByRole("heading", { name: `Around ${first}`, level: 1 })).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(`${first}.*${middle}.*GET /things.*declared`) })).toBeVisible();
  // The picture says the same, and knows what lies beyond it.
  const picture = page.getByRole("application", { name: "Graph of dependencies" });
  await expect(picture.getByRole("link", { name: middle })).toBeVisible();
  await picture.getByRole("button", { name: `Show what ${middle} uses: 1 more` }).click();
  await expect(picture.getByRole("link", { name: last })).toBeVisible();

  await page.getByRole("textbox", { name: "Path to" }).fill(`service:${slugs.back}`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: `From ${first} to ${last}`, level: 1 })).toBeVisible();
  await expect(page.getByText(`${first} depends on ${last}, over 2 hops.`)).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "CSV" }).click();
  expect((await download).suggestedFilename()).toBe(`mesh-${front}.csv`);
  const png = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "PNG" }).click();
  expect((await png).suggestedFilename()).toBe("mesh.png");
  const mermaid = await (await fetch(`${server.url}/api/v1/graph?focus=service:${front}&as=mermaid`)).text();
  expect(mermaid).toContain(`["${first}"]`);
});

test("the map draws the mesh, finds a service and goes there by keyboard", async ({ page }) => {
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto("/mesh");
  const map = page.getByRole("application", { name: "Map of the mesh" });
  await expect(map).toHaveAttribute("data-mesh-state", /^\w+ \d+$/);
  const search = page.getByRole("combobox", { name: "Find on the map" });
  await search.fill("booking-serv");
  await expect(page.getByRole("listbox", { name: "Found on the map" }).getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("region", { name: "Chosen on the map" });
  await expect(panel.getByRole("link", { name: "Neighbourhood" })).toBeVisible();
  await map.focus();
  for (const key of ["ArrowLeft", "+", "+", "-", "0"]) await page.keyboard.press(key);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  expect(problems.filter((text) => !/404/.test(text))).toEqual([]);

  const picture = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the map" }).click();
  await page.getByRole("menuitem", { name: "As SVG" }).click();
  expect((await picture).suggestedFilename()).toBe("mesh.svg");
});

test("filters live in the address, and the lists need no script", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("/mesh");
  const groups = page.getByRole("table", { name: "Domains of the mesh" });
  await groups.getByRole("link").first().click();
  await expect(page).toHaveURL(/domain=/);
  await expect(page.getByRole("link", { name: /^Remove Domain/ })).toBeVisible();
  await page.getByRole("table", { name: "The most connected services and interfaces" }).getByRole("link").first().click();
  await expect(page.getByRole("table", { name: "Dependencies of the graph" })).toBeVisible();
  await page.getByRole("navigation", { name: "Hops" }).getByRole("link").last().click();
  await expect(page).toHaveURL(/depth=/);
  await context.close();
});

test("a filter beside a graph narrows it and keeps its middle, and one that means nothing is refused in words", async ({ page, server, unique }) => {
  const { front, middle } = await chain(server, unique);
  await page.goto(`/mesh?focus=service:${front}&protocol=http`);
  await expect(page.getByRole("heading", { name: `Around ${titleOf(front)}`, level: 1 })).toBeVisible();
  await page.getByRole("combobox", { name: "Filter by evidence" }).selectOption("possible");
  await expect(page).toHaveURL(/evidence=possible/);
  await expect(page.getByRole("heading", { name: `Around ${titleOf(front)}`, level: 1 })).toBeVisible();
  await expect(page.getByRole("table", { name: "Nodes of the graph" })).not.toContainText(titleOf(middle));
  await page.goto(`/mesh?focus=service:${front}&evidence=zzz`);
  await expect(page.getByText('evidence: "zzz" is no kind of evidence.')).toBeVisible();
  await page.getByRole("link", { name: "Go on without filters" }).click();
  await expect(page.getByRole("heading", { name: `Around ${titleOf(front)}`, level: 1 })).toBeVisible();
  await page.getByRole("textbox", { name: "Path to" }).fill("nowhere-at-all");
  await page.keyboard.press("Enter");
  await expect(page.getByText('There is no way to "nowhere-at-all"')).toBeVisible();
});

test("a channel that nobody receives names the one that nearly matches, and leads there", async ({ page, server, unique }) => {
  const id = `${unique("parcels")}-${run}`;
  const events = (title: string, action: string, address: string) => JSON.stringify({
    asyncapi: "3.0.0", info: { title, version: "1" }, servers: { main: { host: `kafka-${run}.acme-shop.com:9092`, protocol: "kafka" } },
    channels: { parcels: { address, messages: { Parcel: { payload: { type: "object" } } } } }, operations: { act: { action, channel: { $ref: "#/channels/parcels" } } },
  });
  await put(server, `/api/v1/specs?interface=${id}-out&new=true`, "POST", events(`${id} out`, "send", `${id}/delivered`));
  await put(server, `/api/v1/specs?interface=${id}-in&new=true`, "POST", events(`${id} in`, "receive", `${id}/deliverd`));
  await page.goto("/mesh");
  await page.getByRole("link", { name: "What does not fit" }).click();
  await page.getByRole("main").getByRole("link", { name: `${id}/delivered` }).click();
  await expect(page).toHaveURL(/\/channels\/\d+$/);
  await expect(page.getByText("Nobody is known to receive what is sent here.")).toBeVisible();
  await page.getByRole("listitem").filter({ hasText: "misspelled" }).getByRole("link", { name: "See it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${id}/deliverd`);
});

test("no screen of the mesh has an accessibility fault or scrolls sideways", async ({ page }) => {
  test.setTimeout(120_000);
  for (const [width, colorScheme] of [[1440, "light"], [390, "dark"]] as const) {
    await page.setViewportSize({ width, height: 860 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const screen of ["/mesh", "/mesh?group=team&evidence=declared", "/mesh?focus=service:booking-service", "/mesh?focus=service:booking-service&depth=2&direction=upstream"]) {
      await page.goto(screen);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page.getByText(/Drawing the mesh|Laying out/)).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      expect(violations.map(({ id, nodes }) => `${screen} ${width}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), screen).toBeLessThanOrEqual(0);
    }
  }
});
