import { packEnclose } from "d3-hierarchy";
import { formats, lifecycles } from "#db/schema/catalog/words.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { systemContext } from "#lib/auth/context.ts";
import type { Grouping, MeshFilters } from "./graph-words.ts";
import type { Mesh } from "./mesh/build-mesh.ts";
import { meshFor } from "./mesh/kept-mesh.ts";
import { getPositions } from "./layout/get-positions.ts";
import { homeOf, meshLeaves, placeKey } from "./layout/mesh-leaves.ts";
import { leafRadius, placeMesh, type Spot } from "./layout/place-mesh.ts";
import { narrowedMesh } from "./mesh/narrowed-mesh.ts";
import { endKinds, type Overview } from "./overview.ts";
import { degreeOf } from "./walk/walk.ts";

const kept = new WeakMap<Mesh, Map<Grouping, Promise<Map<string, Spot>>>>();

/** The map of all that the reader may see, narrowed by filters. Places are the same for everyone and at every visit. */
export async function getOverview({ ctx, input }: { ctx: Ctx; input: { grouping: Grouping; filters?: MeshFilters } }): Promise<Overview> {
  const { grouping } = input;
  const [{ mesh: narrowed }, places] = await Promise.all([narrowedMesh(ctx, input.filters), placesFor(ctx, grouping)]);
  const spots = spotsOf(narrowed, grouping, places);
  const groups = groupsOf(narrowed, grouping, spots);
  const ends = narrowed.ends.map((end) => ({ end, spot: spots.get(placeKey(end)) ?? { x: 0, y: 0, r: 5 }, group: groups.index.get(homeKey(end, grouping)) ?? -1 }));
  const interfaces = providedBy(narrowed);
  return {
    grouping,
    groups: groups.rows,
    ends: {
      slug: ends.map(({ end }) => end.slug), title: ends.map(({ end }) => (end.title === end.slug ? 0 : end.title)), kind: ends.map(({ end }) => endKinds.indexOf(end.kind)), group: ends.map(({ group }) => group),
      x: ends.map(({ spot }) => Math.round(spot.x)), y: ends.map(({ spot }) => Math.round(spot.y)), r: ends.map(({ spot }, index) => Math.round(Math.min(spot.r, leafRadius(degreeOf(narrowed, index))))),
      lifecycle: ends.map(({ end }) => lifecycles.findIndex((word) => word === end.lifecycle)),
    },
    interfaces: { slug: interfaces.map(({ slug }) => slug), end: interfaces.map(({ end }) => end), format: interfaces.map(({ format }) => formats.findIndex((word) => word === format)) },
    links: linksOf(narrowed, new Map(interfaces.map(({ id }, index) => [id, index]))),
  };
}

/** Computed on the whole mesh; places say nothing of what one may not see. */
async function placesFor(ctx: Ctx, grouping: Grouping): Promise<Map<string, Spot>> {
  const whole = await meshFor({ ...systemContext(ctx.db, "mesh"), requestId: ctx.requestId });
  const known = kept.get(whole) ?? new Map<Grouping, Promise<Map<string, Spot>>>();
  kept.set(whole, known);
  const places = known.get(grouping) ?? getPositions(ctx.db, whole, grouping);
  known.set(grouping, places);
  places.catch(() => known.delete(grouping));
  return places;
}

/** An interface whose provider may not be seen stands for itself and has no stored place: it gets a free one near its group. */
function spotsOf(mesh: Mesh, grouping: Grouping, places: Map<string, Spot>): Map<string, Spot> {
  if (mesh.ends.every((end) => places.has(placeKey(end)))) return places;
  const { leaves, links } = meshLeaves(mesh, grouping);
  return placeMesh(leaves, links, places);
}

const homeKey = (end: Mesh["ends"][number], grouping: Grouping) => {
  const { group, subgroup } = homeOf(end, grouping);
  return subgroup ?? group;
};

/** Circles around what may be seen of each group, so that their size tells no more than that. */
function groupsOf(mesh: Mesh, grouping: Grouping, spots: Map<string, Spot>): { rows: Overview["groups"]; index: Map<string, number> } {
  const inside = new Map<string, Map<string, Spot[]>>();
  for (const end of mesh.ends) {
    const { group, subgroup } = homeOf(end, grouping);
    const parts = inside.get(group) ?? new Map<string, Spot[]>();
    inside.set(group, parts);
    const spot = spots.get(placeKey(end));
    if (spot) parts.set(subgroup ?? group, [...(parts.get(subgroup ?? group) ?? []), spot]);
  }
  const rows: Overview["groups"] = [];
  const index = new Map<string, number>();
  for (const [group, parts] of inside) {
    const circles = [...parts].map(([part, members]) => ({ part, ...packEnclose(members) }));
    const single = grouping === "team";
    const whole = packEnclose(circles.map(({ x, y, r }) => ({ x, y, r: r + (single ? 0 : 10) })));
    const parent = rows.push({ ...named(mesh, group), parent: -1, ...rounded(whole, 14) }) - 1;
    index.set(group, parent);
    if (single) continue;
    for (const { part, ...circle } of circles) index.set(part, rows.push({ ...named(mesh, part), parent, ...rounded(circle, 7) }) - 1);
  }
  return { rows, index };
}

function named(mesh: Mesh, key: string): Pick<Overview["groups"][number], "kind" | "slug" | "name"> {
  const [kind = "", id = "0"] = key.split(":");
  const group = (kind === "domain" ? mesh.domains : mesh.teams).get(Number(id));
  if (kind === "domain") return { kind, slug: group?.slug ?? null, name: group?.name ?? "No domain" };
  return { kind: "team", slug: group?.slug ?? null, name: group?.name ?? "No team" };
}

function rounded({ x, y, r }: Spot, padding: number): Spot {
  return { x: Math.round(x), y: Math.round(y), r: Math.round(r + padding) };
}

function providedBy(mesh: Mesh): { id: number; slug: string; format: string; end: number }[] {
  const place = new Map(mesh.ends.flatMap((end, index) => (end.kind === "service" ? [[end.id, index]] : [])));
  return [...mesh.interfaces.values()].flatMap(({ id, slug, format, providers, retired }) => {
    const end = place.get(providers[0] ?? 0);
    return end === undefined || retired ? [] : [{ id, slug, format, end }];
  });
}

function linksOf(mesh: Mesh, interfaces: Map<number, number>): Overview["links"] {
  const { uses } = mesh;
  const counted = new Map<string, { from: number; to: number; via: number; flow: number; evidence: number; count: number }>();
  for (let use = 0; use < uses.count; use++) {
    const [from, to, via, flow, evidence] = [uses.from[use] ?? 0, uses.to[use] ?? 0, interfaces.get(uses.interfaceId[use] ?? 0) ?? -1, uses.flow[use] ?? 0, uses.evidence[use] ?? 0];
    const key = `${from} ${to} ${via} ${flow} ${evidence}`;
    const link = counted.get(key);
    if (link) link.count += 1;
    else counted.set(key, { from, to, via, flow, evidence, count: 1 });
  }
  const links = [...counted.values()].sort((a, b) => a.from - b.from || a.to - b.to || a.via - b.via);
  return {
    from: links.map(({ from }, index) => from - (links[index - 1]?.from ?? 0)), to: links.map(({ to }) => to), via: links.map(({ via }) => via),
    count: links.map(({ count }) => count), flow: links.map(({ flow }) => flow), evidence: links.map(({ evidence }) => evidence),
  };
}
