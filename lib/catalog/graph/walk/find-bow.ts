import type { Ctx } from "#lib/auth/context.ts";
import { NotFoundError } from "#lib/errors.ts";
import { focusHref } from "../mesh-query-words.ts";
import type { Mesh } from "../mesh/build-mesh.ts";
import { findFocus, type Focus } from "./find-focus.ts";
import { meshFor } from "../mesh/kept-mesh.ts";

/** One side's end: a service or interface, or for a team's or domain's bow another team or domain. `uses` counts dependencies. */
export type BowEnd = { title: string; href: string; uses: number };
/** A thing with who uses it to its left and what it uses to its right, the heaviest of each. */
export type Bow = { title: string; href: string; users: BowEnd[]; usersTotal: number; used: BowEnd[]; usedTotal: number };

const endsMax = 6;

/** The small graph of a page: one hop each way, a few ends and how many there are. `null` for what may be named and not be seen. */
export async function findBow({ ctx, input }: { ctx: Ctx; input: { focus: string } }): Promise<Bow | null> {
  const mesh = await meshFor(ctx);
  const focus = await findFocus(ctx, mesh, input.focus).catch((error: unknown) => {
    if (error instanceof NotFoundError) return null;
    throw error;
  });
  if (!focus) return null;
  const own = new Set(focus.subject ? [] : focus.seeds);
  const endOf = focus.kind === "team" || focus.kind === "domain" ? groupEnd(mesh, focus.kind) : (index: number) => ({ title: mesh.ends[index]?.title ?? "", href: focusHref(mesh.ends[index]?.key ?? "") });
  const [users, used] = [new Map<string, BowEnd>(), new Map<string, BowEnd>()];
  const { uses } = mesh;
  for (const use of usesOf(mesh, focus)) {
    const [from, to] = [uses.from[use] ?? 0, uses.to[use] ?? 0];
    if (own.has(from) && own.has(to)) continue;
    if (own.has(from)) add(used, endOf(to));
    else add(users, endOf(from));
  }
  for (const provider of focus.subject?.providers ?? []) add(used, endOf(provider));
  return { title: focus.title, href: focusHref(input.focus), users: heaviest(users), usersTotal: users.size, used: heaviest(used), usedTotal: used.size };
}

function usesOf(mesh: Mesh, { subject, seeds }: Focus): number[] {
  if (subject) return Array.from({ length: mesh.uses.count }, (_, use) => use).filter((use) => mesh.uses.interfaceId[use] === subject.row.id);
  return seeds.flatMap((seed) => [mesh.out, mesh.in].flatMap((side) => Array.from(side.use.subarray(side.start[seed] ?? 0, side.start[seed + 1] ?? 0))));
}

function groupEnd(mesh: Mesh, kind: "team" | "domain") {
  return (index: number) => {
    const end = mesh.ends[index];
    const group = kind === "team" ? mesh.teams.get(end?.teamId ?? 0) : mesh.domains.get(end?.domainId ?? 0);
    return group ? { title: group.name, href: `/${kind}s/${encodeURIComponent(group.slug)}` } : { title: kind === "team" ? "Unowned" : "No domain", href: "/mesh" };
  };
}

function add(ends: Map<string, BowEnd>, end: { title: string; href: string }): void {
  const known = ends.get(`${end.href} ${end.title}`);
  if (known) known.uses += 1;
  else ends.set(`${end.href} ${end.title}`, { ...end, uses: 1 });
}

function heaviest(ends: Map<string, BowEnd>): BowEnd[] {
  return [...ends.values()].sort((a, b) => b.uses - a.uses || a.title.localeCompare(b.title)).slice(0, endsMax);
}
