import { evidenceKinds } from "#lib/catalog/graph/graph-words.ts";
import type { Overview } from "#lib/catalog/graph/overview.ts";

export type MapGroup = Overview["groups"][number] & { key: string; /** Place in the palette: the same for all parts of a group. */ hue: number; ends: number };
export type MapEnd = { key: string; slug: string; title: string; isService: boolean; group: number; top: number; x: number; y: number; r: number; uses: number; usedBy: number };
export const possibleEvidence = evidenceKinds.indexOf("possible");

export type MapInterface = { slug: string; end: number; format: number };

export type Pair = { from: number; to: number; uses: number; /** All of them are only possible. */ possible: boolean };

/** The map's data as the browser works with it: links as columns, and for each end the links that touch it. */
export type MapModel = {
  groups: MapGroup[];
  ends: MapEnd[];
  interfaces: MapInterface[];
  interfacesOf: Map<number, number[]>;
  links: { count: number; from: Int32Array; to: Int32Array; via: Int32Array; uses: Int32Array; flow: Uint8Array; evidence: Uint8Array };
  linksOf: number[][];
  /** All uses between two different parts, and between two whole groups, counted once and for all. */
  partPairs: Pair[];
  groupPairs: Pair[];
  box: { x0: number; y0: number; x1: number; y1: number };
};

/** Unpacks what the server sent. */
export function mapModel({ groups, ends, interfaces, links }: Overview): MapModel {
  const tops = groups.map(({ parent }, index) => (parent < 0 ? index : parent));
  const hues = new Map([...new Set(tops)].map((top, hue) => [top, hue]));
  const rows: MapGroup[] = groups.map((group, index) => ({ ...group, key: `group:${index}`, hue: hues.get(tops[index] ?? 0) ?? 0, ends: 0 }));
  const points: MapEnd[] = ends.slug.map((slug, index) => {
    const isService = ends.kind[index] === 0;
    const group = ends.group[index] ?? 0;
    return {
      key: `${isService ? "service" : "interface"}:${slug}`, slug, title: ends.title[index] || slug, isService, group, top: tops[group] ?? group,
      x: ends.x[index] ?? 0, y: ends.y[index] ?? 0, r: Math.max(4, ends.r[index] ?? 4), uses: 0, usedBy: 0,
    };
  });
  for (const { group, top } of points) for (const at of new Set([group, top])) rows[at]!.ends += 1;
  const count = links.to.length;
  const from = new Int32Array(count);
  const linksOf: number[][] = points.map(() => []);
  let last = 0;
  for (let link = 0; link < count; link++) {
    last += links.from[link] ?? 0;
    from[link] = last;
    const [to, uses] = [links.to[link] ?? 0, links.count[link] ?? 1];
    points[last]!.uses += uses;
    points[to]!.usedBy += uses;
    linksOf[last]?.push(link);
    linksOf[to]?.push(link);
  }
  const contracts = interfaces.slug.map((slug, index) => ({ slug, end: interfaces.end[index] ?? 0, format: interfaces.format[index] ?? 0 }));
  const interfacesOf = new Map<number, number[]>();
  contracts.forEach(({ end }, index) => interfacesOf.set(end, [...(interfacesOf.get(end) ?? []), index]));
  const pairs = (place: (end: MapEnd) => number) => pairsOf(rows.length, points.map(place), from, links);
  return {
    groups: rows, ends: points, interfaces: contracts, interfacesOf, linksOf, box: boxOf(rows), partPairs: pairs(({ group }) => group), groupPairs: pairs(({ top }) => top),
    links: { count, from, to: Int32Array.from(links.to), via: Int32Array.from(links.via), uses: Int32Array.from(links.count), flow: Uint8Array.from(links.flow), evidence: Uint8Array.from(links.evidence) },
  };
}

function pairsOf(groups: number, place: number[], from: Int32Array, links: Overview["links"]): Pair[] {
  const pairs = new Map<number, Pair>();
  links.to.forEach((to, link) => {
    const [a, b] = [place[from[link] ?? 0] ?? 0, place[to] ?? 0];
    if (a === b) return;
    const [uses, possible] = [links.count[link] ?? 1, links.evidence[link] === possibleEvidence];
    const known = pairs.get(a * groups + b);
    if (known) {
      known.uses += uses;
      known.possible &&= possible;
    } else pairs.set(a * groups + b, { from: a, to: b, uses, possible });
  });
  return [...pairs.values()].sort((a, b) => b.uses - a.uses || a.from - b.from || a.to - b.to);
}

/** Where the interfaces of a service stand: on a ring around it, the first on top. */
export function interfaceSpot(model: MapModel, index: number): { x: number; y: number; r: number } {
  const { end } = model.interfaces[index] ?? { end: 0 };
  const of = model.ends[end];
  const all = model.interfacesOf.get(end) ?? [];
  const angle = -Math.PI / 2 + (2 * Math.PI * all.indexOf(index)) / Math.max(1, all.length);
  const away = (of?.r ?? 5) * 0.62;
  return { x: (of?.x ?? 0) + away * Math.cos(angle), y: (of?.y ?? 0) + away * Math.sin(angle), r: (of?.r ?? 5) * 0.17 };
}

function boxOf(groups: MapGroup[]): MapModel["box"] {
  if (groups.length === 0) return { x0: -100, y0: -100, x1: 100, y1: 100 };
  return {
    x0: Math.min(...groups.map(({ x, r }) => x - r)), y0: Math.min(...groups.map(({ y, r }) => y - r)),
    x1: Math.max(...groups.map(({ x, r }) => x + r)), y1: Math.max(...groups.map(({ y, r }) => y + r)),
  };
}
