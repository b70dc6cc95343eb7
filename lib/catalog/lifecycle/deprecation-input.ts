import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, ValidationError } from "#lib/errors.ts";
import { resolveOperation } from "../dependencies/resolve-operation.ts";
import { lineOfUse } from "../dependencies/use.ts";
import { findVersion } from "../versions/find-version.ts";
import type { Deprecation } from "../migrations/open-migration.ts";

const Day = z.iso.date("Write a day as 2027-05-31.");
const Maybe = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === "" ? null : value), schema.nullish());

export const DeprecationInput = z.object({
  deprecatedAt: Maybe(Day).meta({ description: "The day since which it is deprecated; today unless said." }),
  sunset: Maybe(Day).meta({ description: "The day after which it may be gone. Not before it is deprecated." }),
  successor: Maybe(z.string().trim().max(100)).meta({ description: "Slug of the interface that takes its place; it may be the same one, on another line." }),
  successorLine: Maybe(z.string().trim().max(60)),
  successorOperation: Maybe(z.string().trim().max(2_000)).meta({ description: "The operation that takes its place, by key or spelling." }),
  guide: Maybe(z.string().trim().max(10_000)).meta({ description: "How to move, in Markdown." }),
});
export type DeprecationInput = z.input<typeof DeprecationInput>;

type From = { interfaceId: number; slug: string; line: string; operationKey: string | null };

/**
 * What is said of something on its way out, checked: its days, and that the successor exists, may be seen and is another.
 * @throws ValidationError with what to mend
 */
export async function readDeprecation(ctx: Ctx, tx: Transaction, input: DeprecationInput, from: From, before: { deprecatedAt: Date } | undefined): Promise<Deprecation> {
  const parsed = DeprecationInput.safeParse(input);
  if (!parsed.success) throw new ValidationError("It cannot be deprecated like that.", Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message])));
  const { sunset, successor, successorLine, successorOperation, guide } = parsed.data;
  const deprecatedAt = parsed.data.deprecatedAt ? day(parsed.data.deprecatedAt) : (before?.deprecatedAt ?? day(new Date().toISOString().slice(0, 10)));
  const sunsetAt = sunset ? day(sunset) : null;
  if (sunsetAt !== null && sunsetAt < deprecatedAt) throw new ValidationError("It cannot end before it is deprecated.", { sunset: "The sunset lies before the deprecation (RFC 9745, section 4). Choose a later day." });
  const next = await readSuccessor(ctx, tx, { successor: successor || null, successorLine: successorLine || null, successorOperation: successorOperation || null }, from);
  return { deprecatedAt, sunsetAt, ...next, guide: guide || null };
}

function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}

type Successor = Pick<Deprecation, "successorInterfaceId" | "successorLine" | "successorOperation">;

async function readSuccessor(ctx: Ctx, tx: Transaction, { successor, successorLine, successorOperation }: { successor: string | null; successorLine: string | null; successorOperation: string | null }, from: From): Promise<Successor> {
  const slug = successor ?? (successorLine || successorOperation ? from.slug : null);
  if (slug === null) return { successorInterfaceId: null, successorLine: null, successorOperation: null };
  const line = successorLine ?? (slug === from.slug && from.line !== "default" && successorOperation !== null ? from.line : null);
  const found = await findVersion({ ...ctx, db: tx as unknown as Ctx["db"] }, { slug, line }).catch((error: unknown) => {
    if (error instanceof NotFoundError) throw new ValidationError("The successor is not there.", line === null ? { successor: `There is no interface "${slug}".` } : { successorLine: `"${slug}" has no line "${line}".` });
    throw error;
  });
  const operation = successorOperation === null ? null : await resolveOperation(tx, found.subject.id, lineOfUse(found.line.name), successorOperation);
  if (operation && !operation.known) throw new ValidationError("The successor is not there.", { successorOperation: `"${slug}" has no operation "${successorOperation}". Write it as on its page, such as GET /orders/{id}.` });
  const same = found.subject.id === from.interfaceId && found.line.name === from.line && (operation?.key ?? null) === from.operationKey;
  if (same || (from.operationKey !== null && found.subject.id === from.interfaceId && found.line.name === from.line && operation === null)) throw new ValidationError("Something cannot follow itself.", { successor: "Name another interface, line or operation." });
  return { successorInterfaceId: found.subject.id, successorLine: found.line.name === "default" ? null : found.line.name, successorOperation: operation?.key ?? null };
}
