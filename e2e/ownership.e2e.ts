import { inviteLink, join, makeTeam, publishFrom } from "./people.ts";
import { expect, test } from "./test.ts";

test("an interface is offered to another team, which accepts it; then its new owner confirms it", async ({ browser, request, server, unique }) => {
  const [from, to] = [await makeTeam(request, server, unique("givers")), await makeTeam(request, server, unique("takers"))];
  const giver = await join(browser, server, await inviteLink(request, server, { email: `${unique("gia")}@example.org`, team: from, teamRole: "maintainer" }), "Gia Giver");
  const taker = await join(browser, server, await inviteLink(request, server, { email: `${unique("tom")}@example.org`, team: to, teamRole: "maintainer" }), "Tom Taker");
  const title = unique("Handed over");
  expect(await publishFrom(giver.page, from, title)).toBe(201);

  await giver.page.goto(`/teams/${from}`);
  await giver.page.getByRole("row", { name: title }).getByRole("link", { name: title }).click();
  await giver.page.getByRole("link", { name: "Owner and parts" }).click();
  await giver.page.getByLabel("Team", { exact: true }).selectOption({ label: to });
  await giver.page.getByLabel("Why").fill("You run it since spring.");
  await giver.page.getByRole("button", { name: "Offer" }).click();
  await expect(giver.page.getByRole("button", { name: `Take back: ${title}` })).toBeVisible();

  await taker.page.goto("/ownership");
  await expect(taker.page.getByText("You run it since spring.")).toBeVisible();
  await taker.page.getByRole("button", { name: `Accept: ${title}` }).click();
  await expect(taker.page.getByText("You run it since spring.")).toHaveCount(0);
  await taker.page.goto(`/teams/${to}`);
  await expect(taker.page.getByRole("row", { name: title })).toBeVisible();

  await giver.page.reload();
  await expect(giver.page.getByRole("button", { name: "Offer" })).toHaveCount(0);
  await expect(giver.page.getByRole("main").getByRole("link", { name: to })).toBeVisible();

  await taker.page.getByRole("row", { name: title }).getByRole("link", { name: title }).click();
  await taker.page.getByRole("link", { name: "Owner and parts" }).click();
  await taker.page.getByRole("button", { name: "Still ours" }).click();
  await expect(taker.page.getByText("Noted: it is still yours.")).toBeVisible();
  await giver.context.close();
  await taker.context.close();
});

test("what nobody owns is claimed by a member of a team", async ({ browser, request, server, unique }) => {
  const team = await makeTeam(request, server, unique("finders"));
  const title = unique("Found on the way");
  const made = await request.post("/api/v1/specs?new=true", { headers: { authorization: `Bearer ${server.token}`, "content-type": "application/yaml" }, data: `openapi: 3.1.0\ninfo: { title: ${title}, version: "1" }\npaths: {}\n` });
  expect(made.status()).toBe(201);
  const finder = await join(browser, server, await inviteLink(request, server, { email: `${unique("fay")}@example.org`, team }), "Fay Finder");
  const { items } = (await made.json()) as { items: { interface: { slug: string } }[] };
  await finder.page.goto(`/ownership/interface/${items[0]?.interface.slug}`);
  await finder.page.getByRole("button", { name: "Claim it" }).click();
  await expect(finder.page.getByRole("button", { name: "Still ours" })).toBeVisible();
  await expect(finder.page.getByRole("main").getByRole("link", { name: team })).toBeVisible();
  await finder.context.close();
});
