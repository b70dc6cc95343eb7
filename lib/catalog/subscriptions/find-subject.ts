import { and, eq, or } from "drizzle-orm";
import { services } from "#db/schema/catalog/services.ts";
import { messages } from "#db/schema/document/messages.ts";
import { operations } from "#db/schema/document/operations.ts";
import { teams } from "#db/schema/people/teams.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, ValidationError } from "#lib/errors.ts";
import { findInterface, findVersion } from "../find-version.ts";
import { visibleServices } from "../visible-services.ts";
import type { subjects } from "./subscription-input.ts";

type Asked = { subject: (typeof subjects)[number]; slug?: string | undefined; key?: string | undefined };

/** What a subscription follows, as it is kept. @throws NotFoundError also for what the reader may not see. */
export async function findSubject(ctx: Ctx, asked: Asked): Promise<{ subjectId: number | null; subjectKey: string | null; interfaceId: number | null }> {
  const { subject } = asked;
  if (subject === "tag") return { subjectId: null, subjectKey: needed(asked.key, "key").toLowerCase(), interfaceId: null };
  const slug = needed(asked.slug, "slug");
  if (subject === "interface") {
    const { id } = await findInterface(ctx, slug);
    return { subjectId: id, subjectKey: null, interfaceId: id };
  }
  if (subject === "service") {
    const [row] = await ctx.db.select({ id: services.id }).from(services).where(and(eq(services.slug, slug), visibleServices(ctx.scope)));
    if (!row) throw new NotFoundError("service", slug);
    return { subjectId: row.id, subjectKey: null, interfaceId: null };
  }
  if (subject === "team") {
    const [row] = await ctx.db.select({ id: teams.id }).from(teams).where(eq(teams.slug, slug));
    if (!row) throw new NotFoundError("team", slug);
    return { subjectId: row.id, subjectKey: null, interfaceId: null };
  }
  const { subject: parent, version } = await findVersion(ctx, { slug });
  const key = needed(asked.key, "key");
  const found = subject === "operation" ? await operationKey(ctx, version.id, key) : await messageName(ctx, version.id, key);
  if (found === null) throw new NotFoundError(subject, key);
  return { subjectId: parent.id, subjectKey: found, interfaceId: parent.id };
}

/** By its identity or as the document spells it. */
async function operationKey(ctx: Ctx, versionId: number, key: string): Promise<string | null> {
  const [row] = await ctx.db.select({ key: operations.key }).from(operations).where(and(eq(operations.versionId, versionId), or(eq(operations.key, key), eq(operations.display, key))));
  return row?.key ?? null;
}

async function messageName(ctx: Ctx, versionId: number, name: string): Promise<string | null> {
  const [row] = await ctx.db.select({ name: messages.name }).from(messages).where(and(eq(messages.versionId, versionId), eq(messages.name, name)));
  return row?.name ?? null;
}

function needed(value: string | undefined, field: string): string {
  if (!value) throw new ValidationError(`\`${field}\` is needed to say what to follow.`, { [field]: "needed" });
  return value;
}
