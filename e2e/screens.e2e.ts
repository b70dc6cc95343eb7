import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./test.ts";

const screens = [
  "/", "/search", "/search?q=booking", "/search?q=zzqqxxyyzz", "/interfaces", "/interfaces?q=booking&sort=changed", "/changes",
  "/teams", "/teams/bookings", "/services", "/services/booking-service", "/domains", "/domains/commercial", "/publish", "/sign-in", "/nothing-here",
  "/interfaces/booking-api", "/interfaces/booking-api/reference", "/interfaces/booking-events",
];
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

for (const { name, width, height, colorScheme } of [
  { name: "wide and light", width: 1440, height: 900, colorScheme: "light" },
  { name: "narrow and dark", width: 390, height: 844, colorScheme: "dark" },
] as const) {
  test(`${name}: no screen has an accessibility fault or scrolls sideways`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const faults: string[] = [];
    for (const screen of screens) {
      await page.goto(screen);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      faults.push(...violations.map(({ id, nodes }) => `${screen}: ${id}: ${nodes[0]?.html}`));
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (sideways > 0) faults.push(`${screen}: ${sideways} px too wide`);
    }
    expect(faults).toEqual([]);
  });
}

test("every screen is readable before any script runs, and has no inline style", async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("/search?q=booking");
  await expect(page.getByRole("region", { name: "Results" }).getByRole("link", { name: /Booking API/ }).first()).toBeVisible();
  await page.getByRole("group", { name: "Filters" }).getByRole("link", { name: /^Operations/ }).click();
  await expect(page).toHaveURL(/kind=operation/);
  await expect(page.getByRole("heading", { name: /^Operations/ })).toBeVisible();

  await page.goto("/interfaces");
  await page.getByRole("textbox", { name: "Name contains" }).fill("crew");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: /Crew/ }).first()).toBeVisible();
  await expect(page.getByRole("row", { name: /Billing/ })).toHaveCount(0);

  for (const screen of screens) {
    await page.goto(screen);
    expect(await page.locator("[style]").count(), screen).toBe(0);
  }
  await context.close();
});

test("the colours one chose are there from the first byte", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Colours" }).first().click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const html = await (await page.request.get("/teams")).text();
  expect(html).toContain('data-theme="dark"');
});
