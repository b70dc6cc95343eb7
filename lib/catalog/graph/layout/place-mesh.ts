import { forceCollide, forceLink, forceSimulation, forceX, forceY } from "d3-force";
import { packEnclose, packSiblings } from "d3-hierarchy";

export type Spot = { x: number; y: number; r: number };
/** A thing to place: `group` and `subgroup` are the nodes it lies in; `weight` is how much it is used and uses. */
export type Leaf = { node: string; group: string; subgroup: string | null; weight: number };
export type GroupLink = { from: string; to: string; weight: number };

const leafGap = 6;
const subgroupPadding = 10;
const groupPadding = 16;
const groupGap = 46;

/** How large a leaf is drawn on the map, in its units. */
export function leafRadius(weight: number): number {
  return 5 + Math.min(17, 1.3 * Math.sqrt(weight));
}

/**
 * Places for everything, by node. What stands already (`known`) stays where it is; what is new goes to a free place near its
 * group. Without anything known, groups that depend on one another come to lie near each other. Pure and repeatable.
 */
export function placeMesh(leaves: readonly Leaf[], links: readonly GroupLink[], known: ReadonlyMap<string, Spot> = new Map()): Map<string, Spot> {
  const missing = leaves.filter(({ node }) => !known.has(node)).length;
  // A map made for a tenth of what is there now would be a patchwork.
  if (missing > leaves.length / 2) return placeAnew(leaves, links);
  const spots = placeNew(leaves, known);
  // A group that has outgrown the room between it and the next would lie on top of it.
  return missing > 0 && groupsCollide(leaves, spots) ? placeAnew(leaves, links) : spots;
}

function groupsCollide(leaves: readonly Leaf[], spots: ReadonlyMap<string, Spot>): boolean {
  const circles = [...groupBy(leaves, ({ group }) => group).values()].map((members) => packEnclose(members.flatMap(({ node }) => spots.get(node) ?? [])));
  return circles.some((a, index) => circles.slice(index + 1).some((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r - groupPadding));
}

function placeAnew(leaves: readonly Leaf[], links: readonly GroupLink[]): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  const groups = [...groupBy(leaves, ({ group }) => group)].map(([group, members]) => {
    const parts = [...groupBy(members, ({ subgroup }) => subgroup ?? group)].map(([subgroup, inside]) => {
      const circles = heaviestFirst(inside).map((leaf) => ({ leaf, r: leafRadius(leaf.weight) + leafGap, x: 0, y: 0 }));
      const whole = packed(circles);
      return { subgroup, circles, x: 0, y: 0, r: whole.r + (members.length === inside.length && subgroup === group ? 0 : subgroupPadding) };
    });
    parts.sort((a, b) => b.r - a.r || compare(a.subgroup, b.subgroup));
    const whole = packed(parts);
    return { group, parts, x: 0, y: 0, r: whole.r + groupPadding };
  });
  arrange(groups, links);
  for (const { group, parts, ...at } of groups) {
    spots.set(group, { x: at.x, y: at.y, r: at.r });
    for (const part of parts) {
      if (part.subgroup !== group) spots.set(part.subgroup, { x: at.x + part.x, y: at.y + part.y, r: part.r });
      for (const { leaf, x, y, r } of part.circles) spots.set(leaf.node, { x: at.x + part.x + x, y: at.y + part.y + y, r: r - leafGap });
    }
  }
  return spots;
}

/** Packs circles around the middle; the circle that holds them all. */
function packed<C extends { x: number; y: number; r: number }>(circles: C[]): { r: number } {
  packSiblings(circles);
  const whole = packEnclose(circles);
  for (const circle of circles) {
    circle.x -= whole.x;
    circle.y -= whole.y;
  }
  return { r: whole.r };
}

/** Groups side by side, wider than high, as screens are; the more two depend on each other the nearer. */
function arrange(groups: { group: string; x: number; y: number; r: number }[], links: readonly GroupLink[]): void {
  groups.sort((a, b) => b.r - a.r || compare(a.group, b.group));
  const bodies = groups.map((group) => ({ of: group, r: group.r + groupGap / 2, x: 0, y: 0 }));
  packSiblings(bodies);
  for (const body of bodies) body.x *= 2;
  const index = new Map(groups.map(({ group }, place) => [group, place]));
  const pulls = links.flatMap(({ from, to, weight }) => {
    const [source, target] = [index.get(from), index.get(to)];
    return source === undefined || target === undefined || source === target ? [] : [{ source, target, weight }];
  });
  const heaviest = Math.max(1, ...pulls.map(({ weight }) => weight));
  const link = forceLink<(typeof bodies)[number], (typeof pulls)[number]>(pulls)
    .distance(({ source, target }) => radiusOf(source) + radiusOf(target))
    .strength(({ weight }) => 0.06 * (weight / heaviest));
  forceSimulation(bodies)
    .force("link", link)
    .force("x", forceX(0).strength(0.014))
    .force("y", forceY(0).strength(0.06))
    .force("collide", forceCollide<(typeof bodies)[number]>(({ r }) => r).strength(0.9).iterations(6))
    .stop()
    .tick(400);
  for (const { of, x, y } of bodies) Object.assign(of, { x, y });
}

// d3 puts the body in the place of its number.
function radiusOf(end: unknown): number {
  return typeof end === "object" && end !== null && "r" in end && typeof end.r === "number" ? end.r : 0;
}

function placeNew(leaves: readonly Leaf[], known: ReadonlyMap<string, Spot>): Map<string, Spot> {
  const spots = new Map(known);
  for (const [group, members] of groupBy(leaves, ({ group }) => group)) {
    for (const [subgroup, inside] of groupBy(members, ({ subgroup }) => subgroup ?? group)) {
      const wanted = heaviestFirst(inside.filter(({ node }) => !spots.has(node)));
      if (wanted.length === 0) continue;
      const room = Math.sqrt(inside.length) * 14 + subgroupPadding;
      const groups = () => neighbours(spots, ({ node }) => node.startsWith("domain:") || (node.startsWith("team:") && subgroup === group));
      const home = spots.get(group) ?? remember(spots, group, { ...freeSpot({ x: 0, y: 0 }, room + groupPadding + groupGap, groups()), r: room + groupPadding });
      const own = subgroup === group ? home : (spots.get(subgroup) ?? remember(spots, subgroup, { ...freeSpot(home, room, neighbours(spots, ({ node }) => node.startsWith("team:"))), r: room }));
      const others = neighbours(spots, ({ node, spot }) => /^(?:service|interface):/.test(node) && Math.hypot(spot.x - own.x, spot.y - own.y) < own.r + 300);
      for (const leaf of wanted) {
        const r = leafRadius(leaf.weight);
        const spot = { ...freeSpot(own, r + leafGap, others), r };
        spots.set(leaf.node, spot);
        others.push(spot);
      }
    }
  }
  return spots;
}

/** The first place on a spiral around `home` where a circle touches no other. */
function freeSpot(home: { x: number; y: number }, r: number, others: readonly Spot[]): { x: number; y: number } {
  for (let step = 0; ; step++) {
    const away = Math.sqrt(step) * Math.max(4, r * 0.5);
    const x = home.x + away * Math.cos(step * 2.39996);
    const y = home.y + away * Math.sin(step * 2.39996);
    if (others.every((other) => Math.hypot(other.x - x, other.y - y) >= other.r + r)) return { x, y };
  }
}

function neighbours(spots: ReadonlyMap<string, Spot>, keep: (entry: { node: string; spot: Spot }) => boolean): Spot[] {
  return [...spots].flatMap(([node, spot]) => (keep({ node, spot }) ? [spot] : []));
}

function remember(spots: Map<string, Spot>, node: string, spot: Spot): Spot {
  spots.set(node, spot);
  return spot;
}

function heaviestFirst(leaves: readonly Leaf[]): Leaf[] {
  return [...leaves].sort((a, b) => b.weight - a.weight || compare(a.node, b.node));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  return Map.groupBy(items, keyOf) as Map<string, T[]>;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
