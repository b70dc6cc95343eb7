import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { eq, inArray } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { services } from "#db/schema/catalog/services.ts";
import { brokerAliases, brokers } from "#db/schema/mesh/brokers.ts";
import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { putManifest } from "../catalog/manifests/put-manifest.ts";
import { publishSpec } from "../catalog/publish/publish-spec.ts";
import { demoMesh } from "./mesh.ts";
import type { DemoPublish } from "./mesh/types.ts";

/** Loads the demo mesh into an empty catalog: its people first, then every document through `publishSpec`. */
export async function loadDemo(ctx: Ctx, { root, now, onProgress }: { root: string; now: Date; onProgress?: (done: number, total: number) => void }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    for (const { slug, name, summary } of demoMesh.domains) await tx.insert(domains).values({ slug, name, description: summary }).onConflictDoNothing();
    const domainIds = new Map((await tx.select({ id: domains.id, slug: domains.slug }).from(domains)).map(({ slug, id }) => [slug, id]));
    for (const { slug, name, summary, domain } of demoMesh.teams) await tx.insert(teams).values({ slug, name, description: summary, domainId: domainIds.get(domain) }).onConflictDoNothing();
    const teamIds = new Map((await tx.select({ id: teams.id, slug: teams.slug }).from(teams)).map(({ slug, id }) => [slug, id]));
    for (const { slug, title, summary, team, domain } of demoMesh.services) {
      await tx.insert(services).values({ slug, title, description: summary, ownerTeamId: teamIds.get(team), domainId: domainIds.get(domain), ownerConfirmedAt: now }).onConflictDoNothing();
    }
    for (const { slug, name, protocol, hosts, environment } of demoMesh.brokers) {
      const [broker] = await tx.insert(brokers).values({ slug, name, protocol, host: hosts[0] ?? null, environment, confirmed: true }).onConflictDoNothing().returning({ id: brokers.id });
      for (const host of broker ? hosts.slice(1) : []) await tx.insert(brokerAliases).values({ brokerId: broker!.id, kind: "host", value: host }).onConflictDoNothing();
    }
    for (const [id, kind] of [...[...domainIds.values()].map((id) => [id, "domain"] as const), ...[...teamIds.values()].map((id) => [id, "team"] as const)]) await enqueue(tx, "index-entity", { kind, id });
    for (const { id } of await tx.select({ id: services.id }).from(services)) await enqueue(tx, "index-entity", { kind: "service", id });
  });

  for (const [index, publish] of demoMesh.publishes.entries()) {
    await publishOne(ctx, root, publish, publishedAt(publish, index, now));
    onProgress?.(index + 1, demoMesh.publishes.length);
  }
  for (const { service, file } of demoMesh.manifests) {
    await putManifest({ ctx, input: { service, path: file, bytes: await readFile(join(root, "lib/demo/manifests", file)) } });
  }
}

async function publishOne(ctx: Ctx, root: string, publish: DemoPublish, at: Date): Promise<void> {
  const parts = await Promise.all(publish.files.map(async (path) => ({ name: path, bytes: new Uint8Array(await readFile(join(root, "lib/demo/documents", path))) })));
  const { interface: slug, line, owner, service, visibility } = publish;
  const [published] = await publishSpec({
    ctx,
    input: {
      parts,
      options: { interface: slug, line, owner, service, visibility, root: publish.root },
      demo: true,
      publishedAt: at,
    },
  });
  if (!published) return;
  await ctx.db.update(lines).set({ lifecycle: publish.lifecycle }).where(inArray(lines.currentVersionId, [published.version.id]));
  if (line === "default") await ctx.db.update(interfaces).set({ lifecycle: publish.lifecycle }).where(eq(interfaces.id, published.interface.id));
}

/** People do not publish at the same minute of each day. */
function publishedAt({ publishedDaysAgo }: DemoPublish, index: number, now: Date): Date {
  return new Date(now.getTime() - publishedDaysAgo * 24 * 3_600_000 - ((index * 97) % 540) * 60_000);
}
