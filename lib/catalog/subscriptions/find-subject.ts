import { and, eq } from "drizzle-orm";
import { services } from "#db/schema/catalog/services.ts";
import { savedSearches } from "#db/schema/people/saved-searches.ts";
import { teams } from "#db/schema/people/teams.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, ValidationError } from "#lib/errors.ts";
import { openContents } from "../contents/open-contents.ts";
import { findInterface, findVersion } from "../versions/find-version.ts";
import { messageUrl } from "../urls/entity-url.ts";
import { operationUrl } from "../urls/operation-url.ts";
import { visibleServices } from "../services/visible-services.ts";
import type { subjects } from "./subscription-input.ts";

type Asked = { subject: (typeof subjects)[number]; slug?: string | undefined; key?: string | undefined };

/** What a subscription follows, as it is kept, with its name and its page. */
export type Subject = { subjectId: number | null; subjectKey: string | null; interfaceId: number | null; name: string; path: string };

/** @throws NotFoundError also for what the reader may not see; ValidationError where slug or key is missing */
export async function findSubject(ctx: Ctx, asked: Asked): Promise<Subject> {
  const { subject } = asked;
  if (subject === "tag") return tagOf(needed(asked.key, "key"));
  if (subject === "search") return searchOf(ctx, needed(asked.key, "key"));
  const slug = needed(asked.slug, "slug");
  if (subject === "service") return serviceOf(ctx, slug);
  if (subject === "team") return teamOf(ctx, slug);
  if (subject === "interface") {
    const { id, title } = await findInterface(ctx, slug);
    return { subjectId: id, subjectKey: null, interfaceId: id, name: title, path: `/interfaces/${encodeURIComponent(slug)}` };
  }
  return partOf(ctx, subject, slug, needed(asked.key, "key"));
}

function tagOf(tag: string): Subject {
  return { subjectId: null, subjectKey: tag.toLowerCase(), interfaceId: null, name: tag, path: `/search?${new URLSearchParams({ tag })}` };
}

/** By its number; those of others are none. */
async function searchOf(ctx: Ctx, key: string): Promise<Subject> {
  const id = Number(key);
  const { name, place, query } = savedSearches;
  const [row] = Number.isSafeInteger(id) ? await ctx.db.select({ name, place, query }).from(savedSearches).where(and(eq(savedSearches.id, id), eq(savedSearches.userId, accountIdOf(ctx.actor) ?? ""))) : [];
  if (!row) throw new NotFoundError("search", key);
  return { subjectId: id, subjectKey: null, interfaceId: null, name: row.name, path: `/${row.place}?${row.query}` };
}

async function serviceOf(ctx: Ctx, slug: string): Promise<Subject> {
  const [row] = await ctx.db.select({ id: services.id, title: services.title }).from(services).where(and(eq(services.slug, slug), visibleServices(ctx.scope)));
  if (!row) throw new NotFoundError("service", slug);
  return { subjectId: row.id, subjectKey: null, interfaceId: null, name: row.title, path: `/services/${encodeURIComponent(slug)}` };
}

async function teamOf(ctx: Ctx, slug: string): Promise<Subject> {
  const [row] = await ctx.db.select({ id: teams.id, name: teams.name }).from(teams).where(eq(teams.slug, slug));
  if (!row) throw new NotFoundError("team", slug);
  return { subjectId: row.id, subjectKey: null, interfaceId: null, name: row.name, path: `/teams/${encodeURIComponent(slug)}` };
}

/** An operation, by its identity or as the document spells it, or a message by its name. */
async function partOf(ctx: Ctx, subject: "operation" | "message", slug: string, asked: string): Promise<Subject> {
  const { subject: parent, version } = await findVersion(ctx, { slug });
  const contents = await openContents(ctx, parent, version);
  const row = subject === "operation" ? await operationOf() : await messageOf();
  if (!row) throw new NotFoundError(subject, asked);
  const path = subject === "operation" ? operationUrl({ slug: parent.slug, key: row.key }) : messageUrl({ slug: parent.slug, id: row.id });
  return { subjectId: parent.id, subjectKey: row.key, interfaceId: parent.id, name: `${row.name} of ${parent.title}`, path };

  async function operationOf() {
    const found = await contents.findOperation(asked);
    return found && { key: found.key, name: found.display, id: found.key };
  }

  async function messageOf() {
    const found = (await contents.listMessages()).find(({ id, name }) => name === asked || id === asked);
    return found && { key: found.name, name: found.name, id: found.id };
  }
}

function needed(value: string | undefined, field: string): string {
  if (!value) throw new ValidationError(`\`${field}\` is needed to say what to follow.`, { [field]: "needed" });
  return value;
}
