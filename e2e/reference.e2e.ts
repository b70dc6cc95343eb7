import { AxeBuilder } from "@axe-core/playwright";
import { operationUrl } from "#lib/catalog/operation-url.ts";
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

  test("an event says in plain words which way it goes, and who is at the other end", async ({ page }) => {
    await page.goto("/interfaces/train-running-events/operations/send+trains.running");
    await expect(page.getByText("Train control emits this")).toBeVisible();
    await expect(page.getByRole("region", { name: "Received by" }).or(page.locator("#peers"))).toContainText("Wagon tracker");
  });
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

for (const path of ["/interfaces/booking-api", "/interfaces/booking-api/reference", "/interfaces/booking-api/operations/POST~bookings", "/interfaces/booking-events/channels", "/interfaces/booking-api/schemas/Booking", "/interfaces/booking-api/versions/1?line=v1", "/publish"]) {
  test(`${path} has nothing that keeps someone out`, async ({ page }) => {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#x27;");
}
