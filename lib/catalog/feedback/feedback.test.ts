import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { users } from "#db/schema/auth.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { addPerson } from "#lib/auth/testing.ts";
import { listInbox } from "#lib/catalog/inbox/list-inbox.ts";
import { subscribe } from "#lib/catalog/subscriptions/subscribe.ts";
import { type Catalog, openapi, openCatalog } from "#lib/catalog/testing.ts";
import { workOff } from "#lib/notify/testing.ts";
import { deletePost, editPost, hidePost } from "./change-post.ts";
import { closeThread } from "./close-thread.ts";
import { createThread } from "./create-thread.ts";
import { getPageFeedback } from "./get-page-feedback.ts";
import { getThread } from "./get-thread.ts";
import { listThreads } from "./list-threads.ts";
import { listFeedbackWork } from "./list-work.ts";
import { mentionsIn, suggestMentions } from "./mentions.ts";
import { ratePage } from "./rate-page.ts";
import { reply } from "./reply.ts";
import { settleRating } from "./settle-rating.ts";

let catalog: Catalog;
beforeAll(async () => void (catalog = await openCatalog()));
afterAll(() => catalog.close());

let serial = 0;
let slug = "";
let owners: Awaited<ReturnType<Catalog["team"]>>;
let asker: Ctx;
let interfaceId = 0;
beforeEach(async () => {
  slug = `asked-${++serial}`;
  owners = await catalog.team(`owners-${serial}`);
  asker = await addPerson(catalog.db);
  const { interface: subject } = await catalog.publish(openapi({ title: `Asked ${serial}`, paths: ["/orders", "/secrets"] }), { interface: slug });
  interfaceId = subject.id;
  await catalog.db.update(interfaces).set({ ownerTeamId: owners.id }).where(eq(interfaces.id, interfaceId));
});

const handled = async (ctx: Ctx, handle: string) => void (await catalog.db.update(users).set({ email: `${handle}@example.com` }).where(eq(users.id, accountIdOf(ctx.actor) ?? "")));
const titles = async (ctx: Ctx) => {
  await workOff(catalog.db);
  return (await listInbox({ ctx })).items.map(({ title }) => title);
};
const ask = (text: string, rest: { operation?: string } = {}, ctx = asker) => createThread({ ctx, input: { slug, text, ...rest } });
const hide = () => catalog.db.insert(partRules).values({ interfaceId, part: "path", pattern: "/secrets", visibility: "private", ownerTeamId: owners.id });

it("tells the owners of a question, the asker of its answer, and whoever follows comments of both", async () => {
  const follower = await addPerson(catalog.db);
  await subscribe({ ctx: follower, input: { subject: "interface", slug, events: ["comment"] } });
  const name = asker.actor.kind === "person" ? asker.actor.name : "";
  const { id } = await ask("Is it **paged**?", { operation: "GET /orders" });
  const asked = `${name} asked about GET /orders of Asked ${serial}`;
  expect(await titles(owners.member)).toEqual([asked]);
  expect(await titles(follower)).toEqual([asked]);
  expect(await titles(asker)).toEqual([]);
  await reply({ ctx: owners.member, input: { threadId: id, text: "No.", answers: true } });
  expect((await titles(asker)).map((title) => title.replace(/^Person \w+ /, ""))).toEqual([`answered a question about GET /orders of Asked ${serial}`]);
  expect(await getThread({ ctx: catalog.visitor, input: { id } })).toMatchObject({ state: "answered", posts: [{ text: "Is it **paged**?" }, { text: "No." }], may: { write: false, close: false } });
  expect((await listThreads({ ctx: catalog.visitor, input: { slug, operation: "GET /orders" } })).items).toMatchObject([{ title: "Is it paged?", replies: 1 }]);
});

it("tells those whom it mentions, by name or team, once, and nobody for what stands in code", async () => {
  const [ada, bob] = [await addPerson(catalog.db), await addPerson(catalog.db)];
  await handled(ada, `ada.${serial}`);
  await handled(bob, `bob.${serial}`);
  const others = await catalog.team(`others-${serial}`);
  const { id } = await ask(`@ada.${serial} and @others-${serial}, see \`@bob.${serial}\``);
  expect([(await titles(ada)).length, (await titles(others.member)).length, (await titles(bob)).length]).toEqual([1, 1, 0]);
  const [post] = (await getThread({ ctx: asker, input: { id } })).posts;
  await editPost({ ctx: asker, input: { id: post?.id ?? 0, text: `@ada.${serial}, @bob.${serial}: please` } });
  expect([(await titles(ada)).length, (await titles(bob)).length]).toEqual([1, 1]);
  expect(await suggestMentions({ ctx: asker, input: { query: `ada.${serial}` } })).toMatchObject([{ handle: `ada.${serial}`, kind: "person" }]);
});

it.each([
  ["@Ada.Lovelace, hello", ["ada.lovelace"]], ["mail ada@example.com", []], ["(@a @b.)", ["a", "b"]], ["@ada@example.com!", ["ada@example.com"]], ["```\n@x\n``` @y", ["y"]], ["path/@scope", []],
])("reads of %j whom it mentions", (text, expected) => {
  expect(mentionsIn(text)).toEqual(expected);
});

it("reaches no one who may not see the interface, whoever is mentioned, and lets them read and write nothing", async () => {
  const outsider = await addPerson(catalog.db);
  await handled(outsider, `out.${serial}`);
  await catalog.db.update(interfaces).set({ visibility: "private" }).where(eq(interfaces.id, interfaceId));
  const { id } = await ask(`@out.${serial}: look at this secret`, {}, owners.member);
  expect(await titles(outsider)).toEqual([]);
  for (const ctx of [outsider, catalog.visitor]) {
    await expect(getThread({ ctx, input: { id } })).rejects.toThrow(/There is no discussion/);
    await expect(listThreads({ ctx, input: { slug } })).rejects.toThrow(/There is no interface/);
    await expect(reply({ ctx, input: { threadId: id, text: "x" } })).rejects.toThrow(/There is no discussion/);
    await expect(ask("x", {}, ctx)).rejects.toThrow(/There is no interface/);
  }
});

it("keeps what is said about a hidden part from those who do not see that part, in lists, threads, news and counts", async () => {
  const reader = await addPerson(catalog.db);
  await handled(reader, `reader.${serial}`);
  await subscribe({ ctx: reader, input: { subject: "interface", slug, events: ["comment"] } });
  await hide();
  const { id } = await ask(`The vault, @reader.${serial}, is at /secrets`, { operation: "GET /secrets" }, owners.member);
  expect((await titles(reader)).map((title) => title.replace(/^Person \w+ /, ""))).toEqual([`asked about a part of Asked ${serial}`]);
  const { rows } = await catalog.db.execute<{ text: string }>(sql`select title || detail::text || coalesce(operation_key, '') as text from news where interface_id = ${interfaceId} and kind = 'comment'`);
  expect(rows.map(({ text }) => text).join()).not.toMatch(/vault|secrets/);
  expect((await listThreads({ ctx: reader, input: { slug } })).items).toEqual([]);
  await expect(getThread({ ctx: reader, input: { id } })).rejects.toThrow(/There is no discussion/);
  await expect(getPageFeedback({ ctx: reader, input: { slug, operation: "GET /secrets" } })).rejects.toThrow(/There is no operation/);
  await expect(ratePage({ ctx: reader, input: { slug, operation: "GET /secrets", answered: false } })).rejects.toThrow(/There is no operation/);
  expect((await listThreads({ ctx: owners.member, input: { slug } })).items).toHaveLength(1);
});

it("lets nobody write who is not signed in, answer for others, or change what others wrote; a maintainer hides", async () => {
  const { id } = await ask("How?");
  const [post] = (await getThread({ ctx: asker, input: { id } })).posts;
  const postId = post?.id ?? 0;
  await expect(ask("x", {}, catalog.visitor)).rejects.toThrow(/Sign in/);
  await expect(ratePage({ ctx: catalog.visitor, input: { slug, answered: true } })).rejects.toThrow(/Sign in/);
  await expect(closeThread({ ctx: catalog.outsider, input: { id, state: "resolved" } })).rejects.toThrow(/whoever asked/);
  await expect(reply({ ctx: catalog.outsider, input: { threadId: id, text: "x", answers: true } })).rejects.toThrow(/whoever asked/);
  for (const ctx of [catalog.outsider, owners.maintainer, catalog.admin]) await expect(editPost({ ctx, input: { id: postId, text: "x" } })).rejects.toThrow(/whoever wrote it/);
  await expect(deletePost({ ctx: owners.maintainer, input: { id: postId } })).rejects.toThrow(/whoever wrote it/);
  await expect(hidePost({ ctx: owners.member, input: { id: postId, hidden: true } })).rejects.toThrow(/maintainer/);
  await hidePost({ ctx: owners.maintainer, input: { id: postId, hidden: true } });
  expect((await getThread({ ctx: catalog.outsider, input: { id } })).posts).toMatchObject([{ text: "", hidden: true }]);
  expect((await listThreads({ ctx: catalog.outsider, input: { slug } })).items).toMatchObject([{ title: "Hidden by a maintainer" }]);
  expect((await getThread({ ctx: owners.maintainer, input: { id } })).posts).toMatchObject([{ text: "How?" }]);
});

it("takes words back for good, and with the last of them the thread", async () => {
  const { id } = await ask("My password is hunter2");
  const { id: second } = await reply({ ctx: owners.member, input: { threadId: id, text: "Do not say that." } });
  const [first] = (await getThread({ ctx: asker, input: { id } })).posts;
  expect(await deletePost({ ctx: asker, input: { id: first?.id ?? 0 } })).toEqual({ threadIsGone: false });
  expect((await getThread({ ctx: asker, input: { id } })).posts).toMatchObject([{ deleted: true, text: "", authorName: "" }, { text: "Do not say that." }]);
  const { rows } = await catalog.db.execute<{ found: number }>(sql`select ((select count(*) from posts where text like '%hunter2%') + (select count(*) from news where detail::text like '%hunter2%') + (select count(*) from audit_log where detail::text like '%hunter2%'))::int as found`);
  expect(rows[0]?.found).toBe(0);
  expect(await deletePost({ ctx: owners.member, input: { id: second } })).toEqual({ threadIsGone: true });
  await expect(getThread({ ctx: asker, input: { id } })).rejects.toThrow(/There is no discussion/);
});

it("gives owners their work, until it is answered, resolved or seen to", async () => {
  const { id } = await ask("How?");
  await ratePage({ ctx: asker, input: { slug, operation: "GET /orders", answered: false, words: "No word on paging." } });
  await ratePage({ ctx: asker, input: { slug, operation: "GET /orders", answered: false, words: "Nothing on paging." } });
  await ratePage({ ctx: owners.member, input: { slug, operation: "GET /orders", answered: true } });
  const [work] = (await listFeedbackWork({ ctx: owners.member, input: {} })).interfaces;
  expect(work).toMatchObject({ slug, threads: [{ id, title: "How?" }], ratings: [{ label: "GET /orders", words: "Nothing on paging." }] });
  expect((await listFeedbackWork({ ctx: asker, input: {} })).interfaces).toEqual([]);
  await expect(settleRating({ ctx: asker, input: { id: work?.ratings[0]?.id ?? 0 } })).rejects.toThrow(/owning team/);
  await settleRating({ ctx: owners.member, input: { id: work?.ratings[0]?.id ?? 0 } });
  await closeThread({ ctx: asker, input: { id, state: "resolved" } });
  expect((await listFeedbackWork({ ctx: owners.member, input: {} })).interfaces).toEqual([]);
  await ratePage({ ctx: asker, input: { slug, operation: "GET /orders", answered: false } });
  expect((await listFeedbackWork({ ctx: owners.member, input: {} })).interfaces).toMatchObject([{ ratings: [{ words: null }] }]);
});

it("keeps no secret in questions, replies and ratings", async () => {
  await expect(ask("My token is ghp_abcdefghijklmnopqrstuv")).rejects.toThrow(/looks like a secret/);
  const { id } = await ask("Where do I get a token?");
  await expect(reply({ ctx: asker, input: { threadId: id, text: "password: hunter22" } })).rejects.toThrow(/looks like a secret/);
  await expect(ratePage({ ctx: asker, input: { slug, answered: false, words: "secret=abcdef123" } })).rejects.toThrow(/looks like a secret/);
});

it("takes no more than ten posts a minute from one person", async () => {
  for (let count = 0; count < 10; count++) await ask(`Question ${count}`);
  await expect(ask("One more")).rejects.toThrow(/Too many requests/);
});
