import type { Page } from "playwright/test";
import { inviteLink, join, makeTeam } from "./people.ts";
import { expect, test as base } from "./test.ts";

const run = Date.now().toString(36);
// A server that is tested twice knows the names of the first time.
const test = base.extend({ unique: async ({ unique }, use) => use((name) => `${unique(name)}-${run}`) });
const api = (title: string) => `openapi: 3.1.0\ninfo: { title: ${title}, version: "1" }\npaths:\n  /lamps/{lampId}:\n    get: { responses: { "200": { description: fine } } }\n`;

test("a team asks for access to a listed interface, is asked back, is approved, and its use is on record", async ({ browser, request, server, unique }) => {
  const headers = { authorization: `Bearer ${server.token}` };
  const [from, to, slug, service] = [await makeTeam(request, server, unique("keepers")), await makeTeam(request, server, unique("seekers")), unique("vault"), unique("seeker")];
  expect((await request.post(`/api/v1/specs?interface=${slug}&owner=${from}&visibility=listed`, { headers, data: api(slug) })).status()).toBe(201);
  expect((await request.put(`/api/v1/services/${service}`, { headers, data: { title: service, owner: to } })).status()).toBe(201);
  const keeper = await join(browser, server, await inviteLink(request, server, { email: `${unique("kim")}@example.org`, team: from, teamRole: "maintainer" }), "Kim Keeper");
  const seeker = await join(browser, server, await inviteLink(request, server, { email: `${unique("sam")}@example.org`, team: to }), "Sam Seeker");

  await seeker.page.goto(`/interfaces/${slug}`);
  await expect(seeker.page.getByText("Its contents are shown to those who were granted access")).toBeVisible();
  await seeker.page.getByRole("link", { name: "Request access" }).click();
  await seeker.page.getByLabel("Service that is going to use it").selectOption({ label: service });
  await seeker.page.getByLabel("Operations").fill("GET /lamps/{lampId}");
  await seeker.page.getByLabel("What for").fill("To light the stairs.");
  await seeker.page.getByRole("button", { name: "Ask for access" }).click();
  await expect(seeker.page.getByText("waiting", { exact: true })).toBeVisible();

  await keeper.page.goto("/access-requests");
  await keeper.page.getByRole("link", { name: `${to} for ${slug}` }).click();
  await keeper.page.getByLabel("Message").fill("Which stairs?");
  await keeper.page.getByRole("button", { name: "Send" }).click();
  await expect(keeper.page.getByText("Which stairs?")).toBeVisible();
  await seeker.page.reload();
  await seeker.page.getByLabel("Message").fill("Those to the cellar.");
  await seeker.page.getByRole("button", { name: "Send" }).click();
  await expect(seeker.page.getByText("Those to the cellar.")).toBeVisible();
  await keeper.page.reload();
  await keeper.page.getByRole("button", { name: "Approve" }).click();
  await expect(keeper.page.getByText("Kim Keeper approved it")).toBeVisible();

  await inInbox(seeker.page, `${slug}: your request was approved`);
  await seeker.page.goto(`/interfaces/${slug}/consumers`);
  const consumer = seeker.page.getByRole("region", { name: service });
  await expect(consumer.getByRole("link", { name: "/lamps/{lampId}" })).toBeVisible();
  await consumer.locator("summary").click();
  await expect(consumer.getByText("approved: To light the stairs.")).toBeVisible();
  await keeper.context.close();
  await seeker.context.close();
});

test("an interface is deprecated, its consumer is told, acknowledges and moves by its manifest; only then it retires", async ({ browser, request, server, unique }) => {
  const headers = { authorization: `Bearer ${server.token}` };
  const [from, to, slug, successor, service] = [await makeTeam(request, server, unique("makers")), await makeTeam(request, server, unique("movers")), unique("old-lamps"), unique("new-lamps"), unique("mover")];
  for (const name of [slug, successor]) expect((await request.post(`/api/v1/specs?interface=${name}&owner=${from}`, { headers, data: api(name) })).status()).toBe(201);
  const manifest = (uses: string) => request.put(`/api/v1/services/${service}/manifest`, { headers: { ...headers, "content-type": "application/yaml" }, data: `service: ${service}\nowner: ${to}\nconsumes:\n  - interface: ${uses}\n` });
  expect((await manifest(slug)).status()).toBe(200);
  expect((await request.put(`/api/v1/services/${service}`, { headers, data: { title: service } })).status()).toBe(200);
  const maker = await join(browser, server, await inviteLink(request, server, { email: `${unique("mia")}@example.org`, team: from, teamRole: "maintainer" }), "Mia Maker");
  const mover = await join(browser, server, await inviteLink(request, server, { email: `${unique("max")}@example.org`, team: to }), "Max Mover");

  await maker.page.goto(`/interfaces/${slug}/lifecycle`);
  await maker.page.getByLabel("Stage", { exact: true }).selectOption("deprecated");
  await maker.page.getByLabel("Ends on").first().fill("2099-05-01");
  await maker.page.getByLabel("Successor").first().fill(successor);
  await maker.page.getByLabel("How to move").first().fill("Call the same paths there.");
  await maker.page.getByRole("button", { name: "Make it deprecated" }).click();
  await expect(maker.page.getByText("Sunset: Fri, 01 May 2099 00:00:00 GMT")).toBeVisible();

  await inInbox(mover.page, `${slug} is deprecated and ends on 1 May 2099`);
  await mover.page.getByRole("link", { name: `${slug} is deprecated and ends on 1 May 2099` }).click();
  await expect(mover.page.getByText("1 of 1 has not moved yet.")).toBeVisible();
  await expect(mover.page.getByText("Call the same paths there.")).toBeVisible();
  const migration = new URL(mover.page.url()).pathname;
  const row = mover.page.getByRole("listitem", { name: service });
  await row.getByLabel("By when, or what is in the way").fill("In spring.");
  await row.getByRole("button", { name: `We know, and move ${service}` }).click();
  await expect(row.getByText("acknowledged")).toBeVisible();

  await maker.page.goto(`/interfaces/${slug}/lifecycle`);
  await maker.page.getByLabel("Stage", { exact: true }).selectOption("retired");
  await maker.page.getByRole("button", { name: "Make it retired" }).click();
  await expect(maker.page.getByText("1 consumer has neither moved nor been waived.")).toBeVisible();

  expect((await manifest(successor)).status()).toBe(200);
  await expect(async () => {
    await mover.page.goto(migration);
    await expect(mover.page.getByText("All 1 are done: it can be retired.")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await maker.page.getByLabel("Stage", { exact: true }).selectOption("retired");
  await maker.page.getByRole("button", { name: "Make it retired" }).click();
  await expect(maker.page.getByText("It has ended")).toBeVisible();

  await mover.page.goto(`/interfaces/${slug}`);
  await expect(mover.page.getByText("This interface is retired. Use")).toBeVisible();
  await expect(mover.page.getByRole("main").getByRole("link", { name: successor })).toBeVisible();
  await mover.page.goto("/migrations?view=ended");
  await expect(mover.page.getByRole("row", { name: slug })).toContainText("1 of 1");
  await maker.context.close();
  await mover.context.close();
});

/** News comes by the worker. */
async function inInbox(page: Page, title: string): Promise<void> {
  await expect(async () => {
    await page.goto("/inbox");
    await expect(page.getByText(title).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
}
