import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import { expect, test } from "./test.ts";

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an operation can be found and read", async ({ page }) => {
    await page.goto("/interfaces/booking-api/reference?q=dangerous");
    await expect(page.getByRole("status")).toContainText("1 of 12");
    await page.getByRole("link", { name: /dangerous-goods/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Declare dangerous goods in a unit" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Path parameters" })).toBeVisible();
    await expect(page.getByRole("article")).toContainText("unNumber");
  });

  test("a webhook says in plain words who calls whom", async ({ page }) => {
    await page.goto("/interfaces/customer-webhooks/operations/WEBHOOK+shipmentMilestone");
    await expect(page.getByText(/sends this to an address of yours/)).toBeVisible();
  });

  test("an event says in plain words which way it goes, and who is at the other end", async ({ page }) => {
    await page.goto("/interfaces/train-running-events/operations/send+trains.running");
    await expect(page.getByText("Train control emits this")).toBeVisible();
    await expect(page.getByRole("region", { name: "Received by" }).or(page.locator("#peers"))).toContainText("Wagon tracker");
  });
});

test.describe("on a phone, without scripts", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  for (const path of ["/interfaces/booking-api/operations/POST~bookings", "/interfaces/booking-api/schemas/Booking", "/interfaces/booking-events/messages/BookingConfirmed"]) {
    test(`${path} has the list of operations one touch away, and its other forms`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole("link", { name: "Markdown" })).toBeVisible();
      await expect(page.getByRole("link", { name: "Raw document" })).toBeVisible();
      const list = page.getByRole("navigation", { name: "Operations" });
      await expect(list).toBeHidden();
      await page.getByRole("button", { name: /^\d+ operations?$/ }).click();
      await expect(list.getByRole("link").first()).toBeInViewport();
      await list.getByRole("button", { name: "Close operations" }).click();
      await expect(list).toBeHidden();
    });
  }
});

test("the list of operations on a phone takes the keyboard, finds, and has nothing that keeps someone out", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/interfaces/booking-api/operations/POST~bookings");
  const opener = page.getByRole("button", { name: "12 operations" });
  await opener.focus();
  await page.keyboard.press("Enter");
  const list = page.getByRole("navigation", { name: "Operations" });
  await expect(list.locator('[aria-current="page"]')).toBeInViewport();
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.press("Tab");
  await expect(list.getByRole("button", { name: "Close operations" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(opener).toBeFocused();
  await opener.click();
  await list.getByRole("searchbox", { name: "Filter operations" }).fill("cancel");
  await list.getByRole("link", { name: /cancellation/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cancel a booking" })).toBeVisible();
  await expect(list).toBeHidden();
});

test("what a later version removed is named with the version that has it, as a page, as Markdown, and field by field", async ({ page, request, server, unique }) => {
  const slug = unique("gone");
  const document = (version: string, paths: string[], properties: object) => ({
    openapi: "3.1.0", info: { title: slug, version },
    paths: Object.fromEntries(paths.map((path) => [path, { get: { summary: `Reads ${path}`, responses: { 200: { description: "fine", content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } } } } } }])),
    components: { schemas: { Order: { type: "object", properties } } },
  });
  for (const data of [document("1.0", ["/orders", "/orders/{id}/refund"], { id: { type: "string" }, legacyNumber: { type: "string" } }), document("2.0", ["/orders", "/orders/{id}/payback"], { id: { type: "string" } })]) {
    expect((await request.post(`/api/v1/specs?interface=${slug}`, { headers: { authorization: `Bearer ${server.token}`, "content-type": "application/json" }, data })).status()).toBe(201);
  }
  const address = `/interfaces/${slug}/operations/GET~orders~*~refund`;
  const answer = await page.goto(address);
  expect(answer?.status()).toBe(404);
  await expect(page.getByText("Version 1 (1.0) was the last to have it.")).toBeVisible();
  await expect(page.getByRole("link", { name: /payback/ })).toBeVisible();
  await page.getByRole("link", { name: "Read it in version 1" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Reads /orders/{id}/refund" })).toBeVisible();
  await expect(page).toHaveURL(/version=1$/);

  await page.goto(address);
  await page.getByRole("button", { name: /^Version 2/ }).click();
  await page.getByRole("menuitem", { name: /v1/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Reads /orders/{id}/refund" })).toBeVisible();

  const markdown = await request.get(`${address}.md`);
  expect(markdown.status()).toBe(404);
  expect(await markdown.text()).toContain(`${address}.md?version=1`);

  await page.goto(`/interfaces/${slug}/operations/GET~orders#response.200.legacyNumber`);
  await expect(page.getByText("Version 1 (1.0) was the last to have it.")).toBeVisible();
  await page.getByRole("link", { name: "Read it there" }).click();
  await expect(page.locator('[id="response.200.legacyNumber"]')).toBeInViewport();
});

test("versions and consumers are there as Markdown as well", async ({ page, request, server }) => {
  const headers = { authorization: `Bearer ${server.token}` };
  for (const [tab, words] of [["versions", /^# Versions of Booking API\n[^]*Version 3 \(2\.2\.0\)[^]*current one/], ["versions/1", /version 1 \(/], ["consumers", /^# Consumers of Booking API\n\n- /]] as const) {
    const answer = await request.get(`/interfaces/booking-api/${tab}.md?line=v2`, { headers });
    expect(answer.status(), tab).toBe(200);
    expect(await answer.text(), tab).toMatch(words);
  }
  await page.goto("/interfaces/booking-api/versions");
  await expect(page.getByRole("link", { name: "Markdown" })).toHaveAttribute("href", "/interfaces/booking-api/versions.md");
});

test("the reference answers as one types, and so does the list beside an operation", async ({ page }) => {
  await page.goto("/interfaces/booking-api/reference");
  const filter = page.getByRole("searchbox", { name: "Filter operations" });
  await filter.fill("units post");
  await expect(page.getByRole("status")).toContainText("1 of 12");
  await expect(page).toHaveURL(/q=units\+post/);
  await page.getByRole("main").getByRole("link", { name: /\/units/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Add a unit" })).toBeVisible();

  await filter.fill("cancel");
  await page.getByRole("navigation", { name: "Operations" }).getByRole("link", { name: /cancellation/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cancel a booking" })).toBeVisible();
});

test("a property has an address of its own that opens what it lies in", async ({ page }) => {
  await page.goto("/interfaces/booking-api/operations/POST~bookings#request.body.units[].dangerousGoods.unNumber");
  await expect(page.locator('[id="request.body.units[].dangerousGoods.unNumber"]')).toBeInViewport();
});

test("the spelled form of an address and another version find the same operation", async ({ page }) => {
  await page.goto("/interfaces/booking-api/operations/GET~bookings~{bookingNumber}?line=v1&version=1");
  await expect(page.getByRole("heading", { level: 1, name: "Read a booking" })).toBeVisible();
  await expect(page.getByText("You read version 1")).toBeVisible();
});

test("every operation of the demo mesh has a page that says what it is for", async ({ request, server }) => {
  test.setTimeout(300_000);
  const headers = { authorization: `Bearer ${server.token}` };
  const { items } = (await (await request.get("/api/v1/interfaces?limit=200", { headers })).json()) as { items: { slug: string }[] };
  expect(items.length).toBeGreaterThan(0);
  for (const { slug } of items.filter((item) => !/-\d+-[0-9a-f]{6}-/.test(item.slug)).slice(0, 60)) {
    const list = (await (await request.get(`/interfaces/${slug}/operation-list`, { headers })).json()) as [key: string, display: string, kind: string, action: string, address: string | null, summary: string | null][];
    for (const [key, , , , , summary] of list.slice(0, 20)) {
      const response = await request.get(operationUrl({ slug, key }), { headers });
      expect(response.status(), `${slug} ${key}`).toBe(200);
      if (summary) expect(await response.text(), `${slug} ${key}`).toContain(escapeHtml(summary));
    }
  }
});

test("every schema and message of the demo mesh has a page", async ({ request, server }) => {
  test.setTimeout(300_000);
  const headers = { authorization: `Bearer ${server.token}`, accept: "text/html" };
  for (const slug of ["booking-api", "booking-events", "train-running-events", "wagon-registry-api", "customer-webhooks"]) {
    const lists = await Promise.all(["schemas", "channels"].map(async (tab) => (await request.get(`/interfaces/${slug}/${tab}.md`, { headers })).text()));
    const pages = [...lists.join("\n").matchAll(/\]\((\/interfaces\/[^)]*\/(?:schemas|messages|channels)\/[^)]*)\.md\)/g)].map(([, page]) => page ?? "");
    expect(pages.length, slug).toBeGreaterThan(0);
    for (const page of pages) {
      const response = await request.get(page, { headers });
      expect(response.status(), page).toBe(200);
      expect(await response.text(), page).toContain("</html>");
    }
  }
});

test("what lies deep or comes after very many is fetched when it is opened, and by its own address", async ({ page, request, server, unique }) => {
  const slug = unique("deep");
  const many = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`field${index}`, { type: "string" }]));
  const document = { openapi: "3.1.0", info: { title: slug, version: "1" }, paths: {}, components: { schemas: { Many: { type: "object", properties: many }, Node: { type: "object", properties: { label: { type: "string" }, next: { $ref: "#/components/schemas/Node" } } } } } };
  expect((await request.post(`/api/v1/specs?interface=${slug}&new=true`, { headers: { authorization: `Bearer ${server.token}`, "content-type": "application/json" }, data: document })).ok()).toBe(true);
  await page.goto(`/interfaces/${slug}/schemas/Many`);
  await expect(page.getByText("field199", { exact: true })).toBeAttached();
  await expect(page.getByText("field200", { exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: "700 more" }).click();
  await expect(page.getByText("field200", { exact: true })).toBeVisible();
  await page.goto(`/interfaces/${slug}/schemas/Many#schema.field777`);
  await page.reload();
  await expect(page.locator('[id="schema.field777"]')).toBeInViewport();
  await expect(page.getByText("field776", { exact: true })).toHaveCount(0);
  await page.goto(`/interfaces/${slug}/schemas/Node`);
  await page.getByRole("link", { name: /once more/ }).click();
  await expect(page.locator('[id="schema.next.label"]')).toBeVisible();
  await page.goto(`/interfaces/${slug}/schemas/Node#schema.next.next.label`);
  await page.reload();
  await expect(page.locator('[id="schema.next.next.label"]')).toBeVisible();
});

test("a request is sent from the browser to the document's server and nowhere else, with nothing of ours", async ({ page, request, server, unique }) => {
  const seen: IncomingMessage[] = [];
  const target = createServer((asked, answer) => {
    if (asked.method !== "OPTIONS") seen.push(asked);
    answer.writeHead(200, { "access-control-allow-origin": "*", "access-control-allow-headers": "*", "access-control-allow-methods": "*", "content-type": "text/html" }).end("<script>document.title = 'taken over'</script>");
  });
  await new Promise<void>((resolve) => target.listen(0, "127.0.0.1", resolve));
  const { port } = target.address() as AddressInfo;
  const slug = unique("try");
  const document = {
    openapi: "3.1.0", info: { title: slug, version: "1" }, servers: [{ url: `http://localhost:${port}/v1` }, { url: "/" }], security: [{ token: [] }],
    paths: { "/orders/{id}": { get: { operationId: "readOrder", parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", example: "a/b" } }], responses: { 200: { description: "fine" } } } } },
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
  };
  expect((await request.post(`/api/v1/specs?interface=${slug}&new=true`, { headers: { authorization: `Bearer ${server.token}`, "content-type": "application/json" }, data: document })).status()).toBe(201);
  await page.goto(operationUrl({ slug, key: "GET /orders/{}" }));
  await page.getByRole("link", { name: "Try it" }).click();
  await expect(page.getByLabel("Server").getByRole("option")).toHaveCount(1);
  await page.getByLabel("Bearer token").fill("secret");
  await page.getByRole("button", { name: "Send GET" }).click();
  await expect(page.getByRole("region", { name: "Answer" })).toContainText("<script>document.title");
  await expect(page).not.toHaveTitle(/taken over/);
  expect(seen.map(({ url, headers }) => ({ url, authorization: headers.authorization, cookie: headers.cookie, referer: headers.referer }))).toEqual([{ url: "/v1/orders/a%2Fb", authorization: "Bearer secret", cookie: undefined, referer: undefined }]);
  target.close();
});

test("a pasted payload is judged by the message's schema", async ({ page }) => {
  await page.goto("/interfaces/booking-events/channels");
  await page.locator("#messages").getByRole("link").first().click();
  const payload = page.getByLabel("Payload", { exact: true });
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText("It fits the schema.")).toBeVisible();
  await payload.fill("[]");
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText("It does not fit the schema.")).toBeVisible();
});

test("samples change with the language, also without scripts", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("/interfaces/booking-api/operations/POST~bookings");
  await expect(page.getByText("curl https://")).toBeVisible();
  await page.getByText("Python", { exact: true }).click();
  await expect(page.getByText("import requests")).toBeVisible();
  await context.close();
});

for (const path of ["/interfaces/booking-api", "/interfaces/booking-api/reference", "/interfaces/booking-api/operations/POST~bookings", "/interfaces/booking-api/operations/POST~bookings/try", "/interfaces/train-running-events/operations/send+trains.running", "/interfaces/booking-events/channels", "/interfaces/booking-events/messages/BookingConfirmed", "/interfaces/booking-api/schemas/Booking", "/interfaces/booking-api/operations/GET~no-such-thing", "/interfaces/booking-api/versions/1?line=v1", "/publish"]) {
  test(`${path} has nothing that keeps someone out`, async ({ page }) => {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#x27;");
}
