import { versions } from "#db/schema/document/versions.ts";
import { endpoints } from "#db/schema/notify/endpoints.ts";
import { eventKinds } from "#db/schema/notify/words.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { addPartRule } from "#lib/catalog/access/add-part-rule.ts";
import { checkSpec } from "#lib/catalog/comparisons/check-spec.ts";
import { compareVersion } from "#lib/catalog/comparisons/compare/compare-version.ts";
import { declareUse } from "#lib/catalog/dependencies/declare-use.ts";
import { deriveDependencies } from "#lib/catalog/dependencies/derive/derive-dependencies.ts";
import { createThread } from "#lib/catalog/feedback/create-thread.ts";
import { ratePage } from "#lib/catalog/feedback/rate-page.ts";
import { deprecateOperation } from "#lib/catalog/lifecycle/deprecate-operation.ts";
import { putManifest } from "#lib/catalog/manifests/put-manifest.ts";
import { settleMigrations } from "#lib/catalog/migrations/settle-migrations.ts";
import { subscribe } from "#lib/catalog/subscriptions/subscribe.ts";
import { partsOf } from "#lib/catalog/testing.ts";
import { workOff } from "#lib/notify/testing.ts";
import { indexInterface } from "#lib/search/jobs/index-interface.ts";
import { closedApi, closedEvents, closedWord, partlyHiddenApi, partlyHiddenEvents } from "./hidden-documents.ts";
import { openWorld, type World } from "./world.ts";

/**
 * The world of the access matrix, with something hidden at every place where a name can stand: parts of what is open,
 * all of what is private, and what people, services, manifests, migrations and news say of either.
 */
export async function openHiddenWorld(): Promise<World> {
  const world = await openWorld();
  const { owners, people, publish } = world;
  for (const rule of [{ part: "path", pattern: `/${closedWord}` }, { part: "path", pattern: `${closedWord}.` }, { part: "tag", pattern: closedWord }, { part: "property", pattern: "zanzibarNote" }, { part: "message", pattern: "ZanzibarHappened" }, { part: "message", pattern: "ZanzibarSent" }] as const) {
    for (const slug of ["open", "open-events"]) await addPartRule({ ctx: owners.maintainer, input: { slug, ...rule, visibility: "private" } });
  }
  await publish(closedApi(1), { interface: "hidden", service: "zanzibar-service" });
  await publish(closedEvents(1), { interface: "hidden-events", service: "zanzibar-listener" });
  await publish(partlyHiddenApi(1), { interface: "open" });
  await publish(partlyHiddenEvents(1), { interface: "open-events" });
  await follow(world);
  await useWhatIsHidden(world);
  await settleAll(world);
  for (const [slug, text] of [["hidden", closedApi(2)], ["hidden-events", closedEvents(2)], ["open", partlyHiddenApi(2)], ["open-events", partlyHiddenEvents(2)]] as const) await publish(text, { interface: slug, reason: `because of ${slug.startsWith("hidden") ? closedWord : "reasons"}` });
  await talkAboutIt(world);
  await deprecateOperation({ ctx: owners.maintainer, input: { slug: "open", operation: "GET /zanzibar/{zanzibarId}", sunset: "2099-01-01" } });
  await checkSpec({ ctx: people.maintainer, input: { parts: partsOf(partlyHiddenApi(2).replaceAll("zanzibarInner", "zanzibarOther").replaceAll("quokkaInner", "quokkaOther")), options: { interface: "open" }, propose: { words: null } } });
  await checkSpec({ ctx: people.maintainer, input: { parts: partsOf(closedApi(2).replaceAll("zanzibarInner", "zanzibarOther")), options: { interface: "hidden" }, propose: { words: `for ${closedWord}` } } });
  await settleAll(world);
  return world;
}

/** Outsiders follow what they see, in the inbox and at an address of their own. */
async function follow({ db, people }: World): Promise<void> {
  for (const ctx of [people.outsider, people.other]) {
    const [address] = await db.insert(endpoints).values({ userId: accountIdOf(ctx.actor), kind: "webhook", name: "Theirs", url: "https://hooks.example/x", secret: "whsec_AAAA" }).returning({ id: endpoints.id });
    for (const what of [{ subject: "interface", slug: "open" }, { subject: "interface", slug: "open-events" }, { subject: "team", slug: "owners" }, { subject: "tag", key: "orders" }] as const) {
      await subscribe({ ctx, input: { ...what, events: [...eventKinds], channels: [{ kind: "inbox" }, { kind: "endpoint", endpointId: address?.id ?? 0 }] } });
    }
  }
}

async function useWhatIsHidden({ owners, others }: World): Promise<void> {
  const uses = ["GET /zanzibar/{zanzibarId}", "GET /zanzibar-left", "GET /zanzibar-gone", "GET /zanzibar-never", "GET /quokka/{quokkaId}", "GET /quokka-gone"];
  const manifest = (service: string, owner: string, named: string[]) => ({ service, bytes: new TextEncoder().encode(JSON.stringify({ service, owner, consumes: [{ interface: "open", uses: named.map((operation) => ({ operation, fields: operation.includes("quokka") ? ["response.quokkaInner"] : ["response.zanzibarInner"] })) }, { interface: "hidden", uses: [{ operation: "GET /zanzibar/{zanzibarId}" }] }, { interface: "open-events", uses: [{ operation: "send zanzibar.sent" }, { operation: "send quokka.sent" }] }] })) });
  await putManifest({ ctx: owners.member, input: manifest("elsewhere-service", "owners", uses) });
  // A team that may not see them knows what its own manifest names, and nobody else is to know.
  await putManifest({ ctx: others.member, input: { service: "their-service", bytes: new TextEncoder().encode(JSON.stringify({ service: "their-service", owner: "others", consumes: [{ interface: "open", uses: [{ operation: "GET /orders" }] }] })) } });
  await declareUse({ ctx: owners.member, input: { slug: "open", service: "elsewhere-service", operation: "GET /zanzibar/{zanzibarId}", reason: `because of ${closedWord}` } });
}

async function talkAboutIt({ owners }: World): Promise<void> {
  for (const part of [{ slug: "open", operation: "GET /zanzibar/{zanzibarId}" }, { slug: "open-events", message: "ZanzibarHappened" }, { slug: "hidden" }]) {
    await createThread({ ctx: owners.member, input: { ...part, kind: "question", text: `What is ${closedWord}?` } });
    await ratePage({ ctx: owners.member, input: { ...part, answered: false, words: `No word of ${closedWord}` } });
  }
}

/** What the worker would do by now. */
async function settleAll({ db }: World): Promise<void> {
  const known = await db.select({ id: versions.id, interfaceId: versions.interfaceId }).from(versions).orderBy(versions.id);
  const interfaceIds = [...new Set(known.map(({ interfaceId }) => interfaceId))];
  for (const interfaceId of interfaceIds) await deriveDependencies(db, { interfaceId });
  for (const { id } of known) await compareVersion(db, { versionId: id });
  await settleMigrations(db, {});
  for (const interfaceId of interfaceIds) await indexInterface({ db, server: null }, { interfaceId });
  await workOff(db, { only: "fan-out" });
}
