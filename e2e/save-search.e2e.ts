import { expect, test } from "./test.ts";
import { inviteLink, join, makeTeam } from "./people.ts";

test("a search is kept by the keyboard alone, and the palette goes to one's own pages, team and kept searches", async ({ request, browser, server, unique }) => {
  const team = await makeTeam(request, server, unique("keepers").toLowerCase());
  const { page, context } = await join(browser, server, await inviteLink(request, server, { email: `${unique("keeper")}@example.org`.toLowerCase(), team }), "Kim Keeper");
  await page.goto("/search?q=booking&kind=operation");
  const open = page.getByRole("button", { name: "Save this search" });
  const dialog = page.getByRole("dialog", { name: "Save this search" });
  const name = dialog.getByRole("textbox", { name: "Name" });
  await open.focus();
  await page.keyboard.press("Enter");
  await expect(name).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(name).toBeFocused();
  // What was offered is marked: typing replaces it.
  await page.keyboard.type("Our bookings");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  // What is kept is not offered again, but to be renamed.
  const kept = page.getByRole("button", { name: "Saved as “Our bookings”" });
  await expect(kept).toBeFocused();
  await page.keyboard.press("Enter");
  const renaming = page.getByRole("dialog", { name: "Rename" }).getByRole("textbox", { name: "Name" });
  await expect(renaming).toHaveValue("Our bookings");
  await renaming.fill("Bookings of ours");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Saved as “Bookings of ours”" })).toBeFocused();

  await page.goto("/interfaces");
  const field = page.getByRole("combobox", { name: "Search and go to" });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("option", { name: "Bookings of ours" })).toBeVisible();
  await field.fill("of ours");
  await expect(page.getByRole("option", { name: "Bookings of ours" })).toBeVisible();
  await field.fill("");
  await page.keyboard.type(team);
  await expect(page.getByRole("option", { name: team, selected: true })).toBeVisible();
  await field.fill("tokens");
  await expect(page.getByRole("option", { name: "Settings Tokens", selected: true })).toBeVisible();
  await expect(page.getByRole("option", { name: /Administration/ })).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings\/tokens$/);
  await context.close();
});
