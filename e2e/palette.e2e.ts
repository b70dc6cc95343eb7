import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./test.ts";

const axe = (page: ConstructorParameters<typeof AxeBuilder>[0]["page"]) => new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
const serious = async (page: Parameters<typeof axe>[0]) => (await axe(page)).violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

test("a mistyped word is put right, and what was meant is one key away", async ({ page }) => {
  await page.goto("/search?q=bookng");
  const results = page.getByRole("region", { name: "Results" });
  await expect(results.getByText("Did you mean")).toBeVisible();
  await expect(results.locator("a[data-result]").first()).toBeVisible();
  await results.getByRole("link", { name: "booking", exact: true }).press("Enter");
  await expect(page).toHaveURL(/q=booking$/);
  await expect(results.getByText("Did you mean")).toBeHidden();
});

test("a facet keeps counting what else could be chosen", async ({ page }) => {
  await page.goto("/search?q=booking&kind=message");
  const kinds = page.getByRole("group", { name: "Filters" }).getByRole("region", { name: "Kind" });
  await expect(kinds.getByRole("link", { name: /^Operations \d/ })).toBeVisible();
  await kinds.getByRole("link", { name: /^Operations/ }).click();
  await expect(page).toHaveURL(/kind=message&kind=operation$/);
});

test("what was opened is offered again, on the page and in the palette, until it is cleared", async ({ page }) => {
  await page.goto("/search?q=invoice");
  await page.getByRole("region", { name: "Results" }).locator("a[data-result]").first().click();
  await expect(page).not.toHaveURL(/\/search/);
  await page.goto("/search");
  await expect(page.getByRole("region", { name: "Recent" }).getByRole("link", { name: "invoice" })).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await page.goto("/interfaces");
  const option = page.getByRole("option", { name: "invoice", exact: true });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(option).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(await serious(page)).toEqual([]);
  await page.goto("/search");
  await page.getByRole("region", { name: "Recent" }).getByRole("button", { name: "Clear" }).click();
  await expect(page.getByRole("region", { name: "Recent" })).toBeHidden();
});

test("nothing serious is wrong with the search page, full and empty-handed", async ({ page }) => {
  for (const query of ["q=booking", "q=zzqqxxyyzz", "q=bookng&kind=operation"]) {
    await page.goto(`/search?${query}`);
    await expect(page.getByRole("region", { name: "Results" })).toBeVisible();
    expect(await serious(page)).toEqual([]);
  }
});
