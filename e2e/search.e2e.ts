import { expect, test } from "./test.ts";

test("by the keyboard alone: the palette opens from anywhere, forgives a typo, and Enter goes to the best answer", async ({ page }) => {
  await page.goto("/interfaces");
  const field = page.getByRole("combobox", { name: "Search and go to" });
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type("cancel a bookng");
  // At once: Enter waits for the answer to all that was typed.
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/interfaces\/.*cancel/i);
  await expect(field).toBeHidden();

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.type("team");
  await expect(page.getByRole("option", { name: "Teams", exact: true, selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/teams$/);
});

test("the search page keeps query and filters in its address, and arrow keys go through the results", async ({ page }) => {
  await page.goto("/search");
  const field = page.getByRole("textbox", { name: "Search" });
  await field.fill("booking");
  await expect(page).toHaveURL(/\/search\?q=booking$/);
  const results = page.getByRole("region", { name: "Results" });
  await expect(results.getByRole("heading", { name: /^Operations/ })).toBeVisible();
  await expect(results.locator("mark").first()).toHaveText(/book/i);

  await page.getByRole("group", { name: "Filters" }).getByRole("link", { name: /^Messages/ }).click();
  await expect(page).toHaveURL(/q=booking&kind=message$/);
  await expect(results.getByRole("heading", { name: /^Operations/ })).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL(/\/search\?q=booking$/);
  await expect(results.getByRole("heading", { name: /^Operations/ })).toBeVisible();

  await field.focus();
  await page.keyboard.press("ArrowDown");
  const first = results.getByRole("link").first();
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(field).toBeFocused();
  await page.keyboard.press("ArrowDown");
  const address = await first.getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${address?.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`));
});

test("a late answer to an earlier query never replaces that to a later one", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/api/v1/search?*q=wagon&*", async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await page.goto("/search");
  const field = page.getByRole("textbox", { name: "Search" });
  const asked = page.waitForRequest(/q=wagon&/);
  await field.fill("wagon");
  await asked;
  await field.fill("invoice");
  const results = page.getByRole("region", { name: "Results" });
  await expect(results.locator("mark", { hasText: /invoice/i }).first()).toBeVisible();
  release();
  await expect(page).toHaveURL(/q=invoice$/);
  await page.waitForLoadState("networkidle");
  await expect(results.locator("mark", { hasText: /wagon/i })).toHaveCount(0);
});

test("nothing found says what keeps results away, how many there are without it, and counts nothing", async ({ page }) => {
  await page.goto("/search?q=zzqqxxyyzz&format=asyncapi");
  await expect(page.getByText("Nothing found for “zzqqxxyyzz” with these filters")).toBeVisible();
  await expect(page.getByRole("group", { name: "Filters" }).getByRole("link")).toHaveText(["AsyncAPI"]);
  await page.getByRole("button", { name: "Search without filters" }).click();
  await expect(page).toHaveURL(/q=zzqqxxyyzz$/);

  await page.goto("/search?q=booking+owner%3Anobody-at-all");
  await expect(page.getByText("There is no team “nobody-at-all” that you may see.")).toBeVisible();
  const ways = page.getByRole("list", { name: "What would be found" });
  await expect(ways.getByRole("listitem")).toHaveText(/^Without owner:nobody-at-all [\d,]+ results?$/);
  await ways.getByRole("link").click();
  await expect(page).toHaveURL(/q=booking$/);
});

test("a filter that means nothing is said to, with what may have been meant", async ({ page }) => {
  await page.goto("/search?q=booking+kind%3Aoperatoin");
  const results = page.getByRole("region", { name: "Results" });
  await expect(results.getByText("“kind:operatoin” means nothing here")).toBeVisible();
  await results.getByRole("link", { name: "kind:operation", exact: true }).click();
  await expect(page).toHaveURL(/q=booking\+kind%3Aoperation$/);
  await expect(results.getByText("means nothing here")).toBeHidden();
  await expect(results.getByRole("heading", { level: 2 })).toHaveText([/^Operations/]);
});

test("the back button undoes what was typed, and then leaves", async ({ page }) => {
  await page.goto("/search?q=booking");
  const field = page.getByRole("textbox", { name: "Search" });
  await expect(page.getByRole("status").filter({ hasText: "result" })).toBeVisible();
  await field.fill("wagon");
  await expect(page).toHaveURL(/q=wagon$/);
  await field.fill("wagon held");
  await expect(page).toHaveURL(/q=wagon\+held$/);
  await page.goBack();
  await expect(page).toHaveURL(/q=booking$/);
  await expect(field).toHaveValue("booking");
});
