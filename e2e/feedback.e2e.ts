import { inviteLink, join, makeTeam } from "./people.ts";
import { expect, test } from "./test.ts";

const document = (title: string) => JSON.stringify({ openapi: "3.1.0", info: { title, version: "1" }, paths: { "/parcels/{parcelId}": { get: { summary: "A parcel", parameters: [{ name: "parcelId", in: "path", required: true, schema: { type: "string" } }], responses: { 200: { description: "fine" } } } } } });
const attacks = `<img src=x onerror="__ran(1)"> [click](javascript:__ran(2)) <script>__ran(3)</script>`;

test("a question is asked where it arises, the owner is told, answers, and whoever asked resolves it", async ({ browser, request, server, unique, page: visitor }) => {
  test.setTimeout(180_000);
  const team = await makeTeam(request, server, unique("answerers").toLowerCase());
  const slug = unique("answered").toLowerCase();
  expect((await request.post(`/api/v1/specs?interface=${slug}&owner=${team}`, { headers: { authorization: `Bearer ${server.token}` }, data: Buffer.from(document(slug)) })).status()).toBe(201);
  const [{ page: owner, context: owners }, { page: asker, context: askers }] = [
    await join(browser, server, await inviteLink(request, server, { email: `${unique("olga")}@example.org`, team }), "Olga Owner"),
    await join(browser, server, await inviteLink(request, server, { email: `${unique("anton")}@example.org` }), "Anton Asker"),
  ];

  // From the foot of the operation's page; a name is completed as one types.
  await asker.goto(`/interfaces/${slug}/operations/GET~parcels~*`);
  await asker.getByRole("link", { name: "Ask about this" }).click();
  await expect(asker.getByRole("heading", { name: "Ask about this" })).toBeVisible();
  const words = asker.getByLabel("Your words");
  await words.fill("Is it **still** there after a year? ");
  await words.pressSequentially(`@${team.slice(0, 12)}`);
  await asker.getByRole("option", { name: team }).click();
  await expect(words).toHaveValue(`Is it **still** there after a year? @${team} `);
  await words.press("End");
  await words.pressSequentially(attacks);
  await asker.getByRole("button", { name: "Send" }).click();
  await expect(asker.getByRole("heading", { name: "Question about GET /parcels/{parcelId}" })).toBeVisible();
  await expect(asker.getByText("still", { exact: true })).toBeVisible();

  // And the page itself is rated, with a word on what was missing.
  await asker.goto(`/interfaces/${slug}/operations/GET~parcels~*`);
  const foot = asker.getByRole("region", { name: "Feedback on this page" });
  await foot.scrollIntoViewIfNeeded();
  await expect(foot.getByRole("link", { name: "1 discussion, 1 open" })).toBeVisible();
  await foot.getByRole("button", { name: "No", exact: true }).click();
  await foot.getByLabel("What was missing?").fill("How long a parcel is kept.");
  await foot.getByRole("button", { name: "Send" }).click();
  await expect(foot.getByText("Kept. The owners read it.")).toBeVisible();

  // The owner is told, finds it in the list of work, and answers.
  await owner.goto("/inbox");
  const told = owner.getByRole("listitem").filter({ hasText: `Anton Asker asked about GET /parcels/{parcelId} of ${slug}` });
  await expect(told).toBeVisible({ timeout: 60_000 });
  await owner.goto("/feedback");
  await expect(owner.getByText("How long a parcel is kept.")).toBeVisible();
  await owner.getByRole("button", { name: /^Seen to: How long/ }).click();
  await expect(owner.getByText("How long a parcel is kept.")).toHaveCount(0);
  await owner.getByRole("link", { name: /^Is it still there/ }).click();
  await owner.getByLabel("Your reply").fill("For **ten** years.");
  await owner.getByLabel("This answers the question").check();
  await owner.getByRole("button", { name: "Reply" }).click();
  await expect(owner.getByText("The answer")).toBeVisible();

  // Whoever asked is told too, and resolves it.
  await asker.goto("/inbox");
  await asker.getByRole("link", { name: `Olga Owner answered a question about GET /parcels/{parcelId} of ${slug}` }).click({ timeout: 60_000 });
  await expect(asker.getByText("The answer")).toBeVisible();
  await asker.getByRole("button", { name: "Resolve" }).click();
  await expect(asker.getByText("resolved", { exact: true })).toBeVisible();
  await owner.goto("/feedback");
  await expect(owner.getByText("Nothing waits for an answer")).toBeVisible();

  // Everyone after them reads it, and what was meant to be code has run nowhere.
  const ran: number[] = [];
  await visitor.exposeFunction("__ran", (which: number) => ran.push(which));
  await visitor.goto(`/interfaces/${slug}/discussion`);
  await visitor.getByRole("link", { name: /^Is it still there/ }).click();
  await expect(visitor.getByText("ten", { exact: true })).toBeVisible();
  await visitor.getByText("click", { exact: true }).click();
  await expect(visitor.getByRole("link", { name: "Sign in" }).last()).toBeVisible();
  await expect(visitor.getByRole("button", { name: "Reply" })).toHaveCount(0);
  expect(ran).toEqual([]);
  await Promise.all([owners.close(), askers.close()]);
});
