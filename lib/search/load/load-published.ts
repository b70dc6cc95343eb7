import { and, eq, isNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { grants } from "#db/schema/catalog/grants.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { partRules } from "#db/schema/catalog/part-rules.ts";
import { versions } from "#db/schema/document/versions.ts";
import { domains } from "#db/schema/people/domains.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Published } from "../documents/published.ts";

/**
 * What a line's current version publishes, or null where nothing of the line can be found: it is empty, its interface
 * is retired or deleted, or its current version was purged.
 */
export async function loadPublished(db: Executor, lineId: number): Promise<Published | null> {
  const [row] = await db
    .select({ interface: interfaces, line: lines, version: versions, owner: teams, domain: domains })
    .from(lines)
    .innerJoin(interfaces, eq(interfaces.id, lines.interfaceId))
    .innerJoin(versions, eq(versions.id, lines.currentVersionId))
    .leftJoin(teams, eq(teams.id, interfaces.ownerTeamId))
    .leftJoin(domains, eq(domains.id, interfaces.domainId))
    .where(and(eq(lines.id, lineId), isNull(interfaces.deletedAt), isNull(interfaces.retiredAt), isNull(versions.purgedAt)));
  if (!row || (row.line.lifecycle ?? row.interface.lifecycle) === "retired") return null;
  const granted = await db.select({ teamId: grants.teamId }).from(grants).where(eq(grants.interfaceId, row.interface.id));
  const rules = await db
    .select({ part: partRules.part, pattern: partRules.pattern, visibility: partRules.visibility, owner: teams })
    .from(partRules)
    .leftJoin(teams, eq(teams.id, partRules.ownerTeamId))
    .where(eq(partRules.interfaceId, row.interface.id))
    .orderBy(partRules.id);
  return {
    ...row,
    version: { ...row.version, tags: tagNames(row.version.facts), servers: serversOf(row.version.facts), secondary: isSecondary(row.version.facts) },
    grantedTeamIds: granted.map(({ teamId }) => teamId),
    rules,
    stamp: `version-${row.version.id}-${Date.now().toString(36)}`,
  };
}

/** Names of the document's own list of tags, which `facts` keeps as `NormalizedSpec.tags`. */
function tagNames(facts: unknown): string[] {
  const tags = (facts as { tags?: { name?: unknown }[] } | null)?.tags;
  return Array.isArray(tags) ? tags.flatMap((tag) => (typeof tag?.name === "string" ? [tag.name] : [])) : [];
}

const serversMax = 3;

/** From the document's own list of servers, which `facts` keeps as `NormalizedSpec.servers`. */
function serversOf(facts: unknown): Published["version"]["servers"] {
  const servers = (facts as { servers?: { host?: unknown; pathname?: unknown }[] } | null)?.servers;
  if (!Array.isArray(servers)) return [];
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  return servers.slice(0, serversMax).map((server) => ({ host: text(server?.host), base: text(server?.pathname)?.replace(/\/+$/, "") ?? "" }));
}

/** `x-secondary` of the root or of `info`, which `facts` keeps as `NormalizedSpec.extensions`. */
function isSecondary(facts: unknown): boolean {
  return (facts as { extensions?: Record<string, unknown> } | null)?.extensions?.["x-secondary"] === true;
}
