import { inviteLink, join, makeTeam, publishFrom } from "./people.ts";
import { expect, test } from "./test.ts";

test("a maintainer invites a member, who publishes for the team and is refused for another", async ({ browser, request, server, unique }) => {
  const [own, other] = [await makeTeam(request, server, unique("crew")), await makeTeam(request, server, unique("freight"))];
  const maintainer = await join(browser, server, await inviteLink(request, server, { email: `${unique("may")}@example.org`, team: own, teamRole: "maintainer" }), "May Maintainer");

  await maintainer.page.goto(`/teams/${own}`);
  await maintainer.page.getByLabel("E-mail").fill(`${unique("mel")}@example.org`);
  await maintainer.page.getByRole("button", { name: "Add or invite" }).click();
  const link = (await maintainer.page.getByTestId("link-to-hand-over").textContent()) ?? "";
  expect(link).toContain("/invitations?token=im_");

  const member = await join(browser, server, link.replace(/^https?:\/\/[^/]+/, ""), "Mel Member");
  await expect(member.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: own }).first()).toBeVisible();
  expect(await publishFrom(member.page, own, unique("Crew rosters"))).toBe(201);
  expect(await publishFrom(member.page, other, unique("Freight slots"))).toBe(403);
  await member.page.goto(`/teams/${own}`);
  await expect(member.page.getByRole("row", { name: /Crew rosters/ })).toBeVisible();
  await expect(member.page.getByRole("button", { name: "Add or invite" })).toHaveCount(0);

  // The link worked once.
  await member.page.goto(link.replace(/^https?:\/\/[^/]+/, ""));
  await expect(member.page.getByText("This link does not hold")).toBeVisible();

  await maintainer.page.reload();
  await maintainer.page.getByRole("combobox", { name: "Role of Mel Member" }).selectOption("maintainer");
  await expect(async () => {
    await member.page.goto(`/teams/${own}`);
    await expect(member.page.getByRole("button", { name: "Add or invite" })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await maintainer.context.close();
  await member.context.close();
});

test("an administrator lets someone leave, and every browser of theirs is signed out at once", async ({ browser, request, server, unique }) => {
  const admin = await join(browser, server, await inviteLink(request, server, { email: `${unique("ada")}@example.org`, role: "admin" }), "Ada Second");
  const email = `${unique("lee")}@example.org`;
  const leaver = await join(browser, server, await inviteLink(request, server, { email }), "Lee Leaver");

  await admin.page.goto(`/admin/people?q=${encodeURIComponent(email)}`);
  await admin.page.getByLabel("Change Lee Leaver").click();
  await admin.page.getByRole("button", { name: "Deactivate: Lee Leaver" }).click();
  await expect(admin.page.getByText("Nobody is called so")).toBeVisible();
  await leaver.page.goto("/settings");
  await expect(leaver.page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await admin.page.goto(`/admin/people?q=${encodeURIComponent(email)}&state=all`);
  await admin.page.getByLabel("Change Lee Leaver").click();
  await admin.page.getByRole("button", { name: "Reactivate: Lee Leaver" }).click();
  await expect(admin.page.getByText("deactivated", { exact: true }).and(admin.page.locator("span"))).toHaveCount(0);
  await admin.context.close();
  await leaver.context.close();
});

test("someone sees where they are signed in, and ends a session that is not theirs", async ({ browser, request, server, unique }) => {
  const email = `${unique("sam")}@example.org`;
  const sam = await join(browser, server, await inviteLink(request, server, { email }), "Sam Sessions");
  const elsewhere = await browser.newContext({ baseURL: server.url });
  const other = await elsewhere.newPage();
  await other.goto("/sign-in?next=%2Fsettings");
  await other.getByLabel("E-mail").fill(email);
  await other.getByLabel("Password").fill("correct horse battery");
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other.getByRole("heading", { name: "Profile" })).toBeVisible();

  await sam.page.goto("/settings/sessions");
  await expect(sam.page.getByText("this one")).toHaveCount(1);
  await sam.page.getByRole("button", { name: "End all others" }).click();
  await expect(sam.page.getByRole("button", { name: /^End/ })).toHaveCount(0);
  await other.goto("/settings");
  await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await sam.context.close();
  await elsewhere.close();
});
