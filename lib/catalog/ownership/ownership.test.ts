import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { users } from "#db/schema/auth.ts";
import { news } from "#db/schema/notify/news.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { auditLog } from "#db/schema/system/audit-log.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { addTeam } from "#lib/auth/testing.ts";
import { findRecipients } from "#lib/notify/recipients/find-recipients.ts";
import { type Catalog, openapi, openCatalog } from "../testing.ts";
import { claimOwned } from "./claim-owned.ts";
import { confirmOwned } from "./confirm-owned.ts";
import { decideOffer } from "./decide-offer.ts";
import { getOwnership } from "./get-ownership.ts";
import { listOffers } from "./list-offers.ts";
import { listWithoutOwner } from "./list-without-owner.ts";
import { offerOwned } from "./offer-owned.ts";
import { putCodeowners } from "./put-codeowners.ts";

type Team = Awaited<ReturnType<Catalog["team"]>>;
let catalog: Catalog;
let from: Team;
let to: Team;
beforeAll(async () => {
  catalog = await openCatalog();
  [from, to] = [await catalog.team("givers"), await catalog.team("takers")];
});
afterAll(() => catalog.close());

let count = 0;
async function publish(owner?: string, more: Record<string, string> = {}) {
  const slug = `thing-${++count}`;
  await catalog.publish(openapi({ title: slug }), { interface: slug, ...(owner ? { owner } : {}), ...more });
  return { subject: "interface" as const, slug };
}
const ownerOf = async (slug: string) => (await getOwnership({ ctx: catalog.admin, input: { subject: "interface", slug } })).owner?.slug ?? null;

it("changes hands only when the other team accepts", async () => {
  const thing = await publish("givers");
  for (const ctx of [from.member, to.maintainer, catalog.outsider]) await expect(offerOwned({ ctx, input: { ...thing, team: "takers" } })).rejects.toMatchObject({ status: 403 });
  const { id } = await offerOwned({ ctx: from.maintainer, input: { ...thing, team: "takers", note: "You run it." } });
  expect(await ownerOf(thing.slug)).toBe("givers");
  await expect(offerOwned({ ctx: from.maintainer, input: { ...thing, team: "takers" } })).rejects.toMatchObject({ status: 409 });

  await expect(decideOffer({ ctx: catalog.outsider, input: { id, decision: "accepted" } })).rejects.toMatchObject({ status: 404 });
  for (const ctx of [to.member, from.maintainer]) await expect(decideOffer({ ctx, input: { id, decision: "accepted" } })).rejects.toMatchObject({ status: 403 });
  await expect(decideOffer({ ctx: to.maintainer, input: { id, decision: "withdrawn" } })).rejects.toMatchObject({ status: 403 });
  expect((await listOffers({ ctx: to.maintainer })).items).toMatchObject([{ id, slug: thing.slug, note: "You run it.", from: { slug: "givers" }, to: { slug: "takers" }, may: { accept: true, withdraw: false } }]);
  expect((await listOffers({ ctx: catalog.outsider })).items).toEqual([]);

  await decideOffer({ ctx: to.maintainer, input: { id, decision: "accepted" } });
  expect(await ownerOf(thing.slug)).toBe("takers");
  expect((await catalog.db.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.subjectName, thing.slug))).map(({ action }) => action)).toEqual(["interface.create", "interface.publish", "interface.offer", "interface.offer-accepted"]);
});

it("stays where it is when an offer is declined or withdrawn, or the owner changed meanwhile", async () => {
  const thing = await publish("givers");
  const offer = () => offerOwned({ ctx: from.maintainer, input: { ...thing, team: "takers" } });
  await decideOffer({ ctx: to.maintainer, input: { id: (await offer()).id, decision: "declined" } });
  await decideOffer({ ctx: from.maintainer, input: { id: (await offer()).id, decision: "withdrawn" } });
  expect(await ownerOf(thing.slug)).toBe("givers");
  const { id } = await offer();
  await catalog.db.update(interfaces).set({ ownerTeamId: await addTeam(catalog.db, "third") }).where(eq(interfaces.slug, thing.slug));
  await expect(decideOffer({ ctx: to.maintainer, input: { id, decision: "accepted" } })).rejects.toMatchObject({ status: 409 });
  expect(await ownerOf(thing.slug)).toBe("third");
});

it("gives what nobody owns to the first who claims it for a team of their own", async () => {
  const thing = await publish();
  await expect(claimOwned({ ctx: catalog.outsider, input: { ...thing, team: "takers" } })).rejects.toMatchObject({ status: 403 });
  await expect(claimOwned({ ctx: catalog.visitor, input: { ...thing, team: "takers" } })).rejects.toMatchObject({ status: 401 });
  const both = await Promise.allSettled([claimOwned({ ctx: from.member, input: { ...thing, team: "givers" } }), claimOwned({ ctx: to.member, input: { ...thing, team: "takers" } })]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const hidden = await publish("givers", { visibility: "private" });
  await expect(claimOwned({ ctx: to.member, input: { ...hidden, team: "takers" } })).rejects.toMatchObject({ status: 404 });
});

it("lists what has no living owner, the worst first, and a word of the owner takes it off", async () => {
  const [unowned, stale, abandoned] = [await publish(), await publish("givers"), await publish()];
  await addTeam(catalog.db, "nobody");
  await claimOwned({ ctx: catalog.admin, input: { ...abandoned, team: "nobody" } });
  await catalog.db.update(interfaces).set({ ownerConfirmedAt: new Date(Date.now() - 181 * 86_400_000) }).where(eq(interfaces.slug, stale.slug));
  const listed = async (ctx = catalog.outsider) => (await listWithoutOwner({ ctx })).items.filter(({ slug }) => [unowned.slug, stale.slug, abandoned.slug].includes(slug)).map(({ slug, reason }) => [slug, reason]);
  expect(await listed()).toEqual([[unowned.slug, "unowned"], [abandoned.slug, "empty-team"], [stale.slug, "unconfirmed"]]);
  expect((await listWithoutOwner({ ctx: from.member, input: { team: "givers" } })).items).toMatchObject([{ slug: stale.slug, may: { confirm: true } }]);
  await expect(confirmOwned({ ctx: to.maintainer, input: stale })).rejects.toMatchObject({ status: 403 });
  await confirmOwned({ ctx: from.member, input: stale });
  expect(await listed()).toEqual([[unowned.slug, "unowned"], [abandoned.slug, "empty-team"]]);
  const hidden = await publish(undefined, { visibility: "private" });
  expect((await listWithoutOwner({ ctx: catalog.outsider, input: { limit: 200 } })).items.map(({ slug }) => slug)).not.toContain(hidden.slug);
});

it("takes a team whose people all left for one without people", async () => {
  const leaving = await catalog.team("leaving");
  const thing = await publish("leaving");
  await catalog.db.update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, leaving.member.actor.kind === "person" ? leaving.member.actor.id : ""));
  expect((await listWithoutOwner({ ctx: catalog.admin, input: { team: "leaving" } })).items).toEqual([]);
  await catalog.db.update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, leaving.maintainer.actor.kind === "person" ? leaving.maintainer.actor.id : ""));
  expect((await listWithoutOwner({ ctx: catalog.admin, input: { team: "leaving" } })).items).toMatchObject([{ slug: thing.slug, reason: "empty-team" }]);
});

it("proposes as owner whom the CODEOWNERS file of its repository names", async () => {
  const thing = await publish(undefined, { repository: "github.com/acme/shop", path: "apis/checkout/openapi.yaml" });
  await putCodeowners({ ctx: from.member, input: { repository: "github.com/acme/shop", text: "* @acme/givers\n/apis/checkout/ @someone @acme/takers # who runs it\n" } });
  expect((await getOwnership({ ctx: to.member, input: thing })).proposal).toEqual({ owners: ["@someone", "@acme/takers"], line: 2, team: { slug: "takers", name: "takers" } });
  expect((await getOwnership({ ctx: to.member, input: thing })).claimants).toEqual([{ slug: "takers", name: "takers" }]);
  expect(await putCodeowners({ ctx: from.member, input: { repository: "github.com/acme/shop", text: "" } })).toEqual({ changed: true });
  expect((await getOwnership({ ctx: to.member, input: thing })).proposal).toBeNull();
  await expect(putCodeowners({ ctx: catalog.visitor, input: { repository: "r", text: "" } })).rejects.toMatchObject({ status: 401 });
});

it("tells a team of what it is offered, also where it may not see it: then by its title and nothing else", async () => {
  const thing = await publish("givers", { visibility: "private" });
  const { id } = await offerOwned({ ctx: from.maintainer, input: { ...thing, team: "takers" } });
  const told = async (key: string) => {
    const [item] = await catalog.db.select().from(news).where(eq(news.key, key));
    if (!item) throw new Error("no news");
    const recipients = await catalog.db.transaction((tx) => findRecipients(tx, item));
    return { interfaceId: item.interfaceId, path: item.path, title: item.title, told: recipients.flatMap((one) => (one.channel === "inbox" ? [one.userId] : [])).sort() };
  };
  const takers = [to.member, to.maintainer].map(({ actor }) => accountIdOf(actor)).sort();
  expect(await told(`ownership-offer ${id}`)).toEqual({ interfaceId: null, path: "/ownership", title: expect.stringContaining(`offers ${thing.slug} to takers`), told: takers });
  expect((await listOffers({ ctx: to.maintainer })).items.map(({ title }) => title)).toContain(thing.slug);
  await decideOffer({ ctx: to.maintainer, input: { id, decision: "accepted" } });
  // Now it is theirs, and those who gave it away may not see it any more.
  expect((await told(`ownership-offer ${id} accepted`)).told).toEqual([from.member, from.maintainer].map(({ actor }) => accountIdOf(actor)).sort());
});
