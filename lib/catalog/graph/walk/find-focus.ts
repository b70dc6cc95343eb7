import { and, eq, isNull } from "drizzle-orm";
import { dependencies } from "#db/schema/mesh/dependencies.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError, ValidationError } from "#lib/errors.ts";
import { focusKinds, type FocusKind } from "../graph-words.ts";
import { decodeOperationKey } from "../../urls/operation-url.ts";
import type { Mesh } from "../mesh/build-mesh.ts";
import type { InterfaceRow } from "../mesh/load-mesh.ts";

/**
 * What stands in the middle. `seeds` are ends of the mesh at distance 0. An interface that a service provides is no end:
 * then it is `subject`, with the ends that use it (`users`) and those that provide it (`providers`) one hop away.
 */
export type Focus = { kind: FocusKind; slug: string; title: string; operation: string | null; seeds: number[]; subject: null | { row: InterfaceRow; users: number[]; providers: number[] } };

/**
 * Finds what a focus names: `service:slug`, `interface:slug`, `operation:slug:KEY`, `team:slug`, `domain:slug`, or a slug alone.
 * @throws NotFoundError also for what may not be seen; ValidationError for an operation without its key
 */
export async function findFocus(ctx: Ctx, mesh: Mesh, text: string): Promise<Focus> {
  const [kind, slug, key] = partsOf(text);
  const tries: readonly FocusKind[] = kind ? [kind] : ["service", "interface", "team", "domain"];
  for (const one of tries) {
    const focus = await tryFocus(ctx, mesh, one, slug, key);
    if (focus) return focus;
  }
  throw new NotFoundError(kind ?? "service, interface, team or domain", slug);
}

function partsOf(text: string): [kind: FocusKind | null, slug: string, key: string | null] {
  const [first = "", ...rest] = text.split(":");
  const kind = focusKinds.find((word) => word === first);
  if (!kind || rest.length === 0) return [null, text, null];
  if (kind !== "operation") return [kind, rest.join(":"), null];
  const [slug = "", ...key] = rest;
  if (key.length === 0) throw new ValidationError("An operation as focus is written operation:INTERFACE:KEY, for example operation:orders-api:GET /orders/{}.", { focus: "needs a key" });
  return [kind, slug, decodeOperationKey(key.join(":").replace(/^(\w+) /, "$1 ")).key];
}

async function tryFocus(ctx: Ctx, mesh: Mesh, kind: FocusKind, slug: string, key: string | null): Promise<Focus | null> {
  const plain = { kind, slug, operation: key, subject: null };
  if (kind === "service") {
    const index = mesh.indexOf.get(`service:${slug}`);
    return index === undefined ? null : { ...plain, title: mesh.ends[index]?.title ?? slug, seeds: [index] };
  }
  if (kind === "team" || kind === "domain") {
    const found = [...(kind === "team" ? mesh.teams : mesh.domains)].find(([, group]) => group.slug === slug);
    if (!found) return null;
    const [id, group] = found;
    const seeds = mesh.ends.flatMap((end, index) => ((kind === "team" ? end.teamId : end.domainId) === id ? [index] : []));
    return { ...plain, title: group.name, seeds };
  }
  const row = [...mesh.interfaces.values()].find((one) => one.slug === slug);
  if (!row) return null;
  const index = mesh.indexOf.get(`interface:${slug}`);
  if (index !== undefined && key === null) return { ...plain, title: row.title, seeds: [index] };
  const users = new Set(await usersOf(ctx, mesh, row, key));
  const providers = row.providers.length > 0 ? row.providers.flatMap((id) => mesh.ends.findIndex((end) => end.kind === "service" && end.id === id)).filter((at) => at >= 0) : index === undefined ? [] : [index];
  return { ...plain, title: row.title, seeds: [], subject: { row, users: [...users], providers } };
}

async function usersOf(ctx: Ctx, mesh: Mesh, row: InterfaceRow, key: string | null): Promise<number[]> {
  const { uses } = mesh;
  const of = (keeps: (id: number) => boolean) => Array.from({ length: uses.count }, (_, use) => use).flatMap((use) => (uses.interfaceId[use] === row.id && keeps(uses.id[use] ?? 0) ? [uses.from[use] ?? 0] : []));
  if (key === null) return of(() => true);
  const rows = await ctx.db.select({ id: dependencies.id }).from(dependencies).where(and(eq(dependencies.toInterfaceId, row.id), eq(dependencies.operationKey, key), isNull(dependencies.dismissedAt)));
  const ids = new Set(rows.map(({ id }) => id));
  return of((id) => ids.has(id));
}
