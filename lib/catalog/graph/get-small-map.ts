import type { Ctx } from "#lib/auth/context.ts";
import type { Mesh } from "./mesh/build-mesh.ts";
import { getOverview } from "./get-overview.ts";
import { meshFor } from "./mesh/kept-mesh.ts";

/** The map in small: circles of the domains and the heaviest lines between them. `href` leads to what the circle is. */
export type SmallMap = { box: string; circles: { name: string; href: string; x: number; y: number; r: number; ends: number }[]; lines: { from: number; to: number; uses: number }[]; dependencies: number };

const linesMax = 24;
const kept = new WeakMap<Mesh, Promise<SmallMap>>();

/** For the first page; `null` where nothing depends on anything yet. Made once until the mesh changes. */
export async function getSmallMap({ ctx }: { ctx: Ctx }): Promise<SmallMap | null> {
  const mesh = await meshFor(ctx);
  if (mesh.uses.count === 0) return null;
  const map = kept.get(mesh) ?? make(ctx, mesh);
  kept.set(mesh, map);
  map.catch(() => kept.delete(mesh));
  return map;
}

async function make(ctx: Ctx, mesh: Mesh): Promise<SmallMap> {
  const { groups, ends, links } = await getOverview({ ctx, input: { grouping: "domain" } });
  const tops = groups.flatMap((group, index) => (group.parent < 0 ? [index] : []));
  const place = new Map(tops.map((top, index) => [top, index]));
  const homes = ends.group.map((group) => place.get((groups[group]?.parent ?? -1) < 0 ? group : (groups[group]?.parent ?? 0)) ?? 0);
  const circles = tops.map((top, index) => {
    const { slug, name, x, y, r } = groups[top]!;
    return { name, href: slug ? `/domains/${encodeURIComponent(slug)}` : "/mesh", x, y: -y, r, ends: homes.filter((home) => home === index).length };
  });
  const lines = new Map<string, SmallMap["lines"][number]>();
  let last = 0;
  links.to.forEach((target, link) => {
    last += links.from[link] ?? 0;
    const [from, to] = [homes[last] ?? 0, homes[target] ?? 0];
    if (from === to) return;
    const line = lines.get(`${from} ${to}`) ?? { from, to, uses: 0 };
    line.uses += links.count[link] ?? 1;
    lines.set(`${from} ${to}`, line);
  });
  const [x0, y0] = [Math.min(...circles.map(({ x, r }) => x - r)) - 10, Math.min(...circles.map(({ y, r }) => y - r)) - 10];
  const [x1, y1] = [Math.max(...circles.map(({ x, r }) => x + r)) + 10, Math.max(...circles.map(({ y, r }) => y + r)) + 10];
  return { box: `${x0} ${y0} ${x1 - x0} ${y1 - y0}`, circles, lines: [...lines.values()].sort((a, b) => b.uses - a.uses).slice(0, linesMax), dependencies: mesh.uses.count };
}
