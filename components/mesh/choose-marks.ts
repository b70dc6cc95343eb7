import { interfaceSpot, type MapModel, type Pair, possibleEvidence } from "./map-model.ts";

export type MapView = { x0: number; y0: number; x1: number; y1: number; /** Pixels for one unit of the map. */ scale: number };
export type Level = "groups" | "parts" | "services" | "interfaces";
/** `hue` is its group's. A group is an anchor for bundled edges: its circle is drawn beneath. */
export type Mark = { key: string; kind: "group" | "part" | "end" | "interface"; index: number; x: number; y: number; r: number; hue: number };
export type Bundle = { key: string; from: string; to: string; uses: number; /** All of them are only possible. */ possible: boolean; /** Of what is chosen: which way it goes. */ role: "uses" | "used" | null };
export type Marks = { level: Level; edgeLevel: Level; nodes: Mark[]; edges: Bundle[]; /** Bundles that there would be. */ edgesTotal: number };

const nodesMax = 1000;
const edgesMax = 400;
const chosenEdgesMax = 260;
const interfacesFromPx = 38;

/**
 * What to draw of the map in a view, never more than about 1,500 marks: the closest level whose nodes fit, and edges
 * bundled between the closest level at which they can still be told apart. `chosen` is an end or a group whose own edges
 * are wanted, each to where the other side is drawn.
 */
export function chooseMarks(model: MapModel, view: MapView, chosen: { end: number } | { group: number } | null = null): Marks {
  const inside = (spot: { x: number; y: number; r: number }) => spot.x + spot.r >= view.x0 && spot.x - spot.r <= view.x1 && spot.y + spot.r >= view.y0 && spot.y - spot.r <= view.y1;
  const ends = model.ends.flatMap((end, index) => (inside(end) ? [index] : []));
  const parts = model.groups.flatMap((group, index) => (isPart(model, index) && inside(group) ? [index] : []));
  const level = levelOf(model, view, ends, parts);
  const tops = model.groups.flatMap((group, index) => (group.parent < 0 ? [index] : []));
  const nodes: Mark[] = tops.map((index) => groupMark(model, index));
  if (level !== "groups") nodes.push(...parts.filter((index) => (model.groups[index]?.parent ?? -1) >= 0).map((index) => groupMark(model, index)));
  if (level === "services" || level === "interfaces") nodes.push(...ends.map((index) => endMark(model, index)));
  if (level === "interfaces") {
    for (const end of ends) for (const index of model.interfacesOf.get(end) ?? []) nodes.push({ key: `provided:${index}`, kind: "interface", index, ...interfaceSpot(model, index), hue: hueOf(model, end) });
  }
  const drawn = new Set(nodes.map(({ key }) => key));
  const { edges, edgesTotal, edgeLevel } = edgesOf(model, level, new Set(ends), drawn, (group) => inside(model.groups[group] ?? { x: Infinity, y: 0, r: 0 }));
  return { level, edgeLevel, nodes, edges: chosen ? chosenEdges(model, chosen, drawn) : edges, edgesTotal };
}

function levelOf(model: MapModel, view: MapView, ends: number[], parts: number[]): Level {
  if (ends.length <= nodesMax) {
    const largest = ends.reduce((most, index) => Math.max(most, model.ends[index]?.r ?? 0), 0);
    const contracts = ends.reduce((sum, index) => sum + (model.interfacesOf.get(index)?.length ?? 0), 0);
    return largest * view.scale >= interfacesFromPx && ends.length + contracts <= nodesMax && contracts > 0 ? "interfaces" : "services";
  }
  return parts.length <= nodesMax ? "parts" : "groups";
}

/** Edges at the closest level that has few enough of them to be followed; beyond that the heaviest between whole groups. */
function edgesOf(model: MapModel, level: Level, inView: ReadonlySet<number>, drawn: ReadonlySet<string>, isSeen: (group: number) => boolean): { edges: Bundle[]; edgesTotal: number; edgeLevel: Level } {
  const close = level === "services" || level === "interfaces";
  const most = close ? Math.min(edgesMax, Math.max(90, inView.size * 6)) : 160;
  const tries: [Level, () => Bundle[] | null][] = [
    ...(level === "interfaces" ? [["interfaces", () => closeEdges(model, inView, drawn, most)] satisfies [Level, () => Bundle[] | null]] : []),
    ...(close ? [["services", () => closeEdges(model, inView, null, most)] satisfies [Level, () => Bundle[] | null]] : []),
    ["parts", () => pairEdges(model, model.partPairs, drawn, isSeen, most)],
    ["groups", () => pairEdges(model, model.groupPairs, drawn, isSeen, Infinity)],
  ];
  for (const [edgeLevel, find] of tries) {
    const edges = find();
    if (edges) return { edges: edges.sort((a, b) => b.uses - a.uses || (a.key < b.key ? -1 : 1)).slice(0, close && (edgeLevel === "services" || edgeLevel === "interfaces") ? most : Math.round(24 + Math.sqrt(edges.length) * 1.25)), edgesTotal: edges.length, edgeLevel };
  }
  return { edges: [], edgesTotal: 0, edgeLevel: "groups" };
}

/** Every link of what is in view, to the interface used where that is `drawn`. What leaves the view is bundled by the group it goes to, or it would be lines from nowhere. */
function closeEdges(model: MapModel, inView: ReadonlySet<number>, drawn: ReadonlySet<string> | null, most: number): Bundle[] | null {
  const bundles = new Map<string, Bundle>();
  const { links } = model;
  for (const end of inView) {
    for (const link of model.linksOf[end] ?? []) {
      const [from, to] = [links.from[link] ?? 0, links.to[link] ?? 0];
      if (to === end && inView.has(from)) continue;
      add(bundles, inView.has(from) ? endKey(model, from) : groupKey(model, from, "groups"), inView.has(to) ? targetKey(model, link, drawn) : groupKey(model, to, "groups"), links.uses[link] ?? 1, links.evidence[link] === possibleEvidence, null);
      if (bundles.size > most) return null;
    }
  }
  return [...bundles.values()];
}

/** Between groups of which at least one is seen; the other side goes to the whole group where its part is out of view. */
function pairEdges(model: MapModel, pairs: readonly Pair[], drawn: ReadonlySet<string>, isSeen: (group: number) => boolean, most: number): Bundle[] | null {
  const bundles = new Map<string, Bundle>();
  const place = (group: number) => {
    const of = model.groups[group];
    return of && drawn.has(of.key) ? of.key : (model.groups[of?.parent ?? -1]?.key ?? "");
  };
  const seen = model.groups.map((_, group) => isSeen(group));
  for (const { from, to, uses, possible } of pairs) {
    if (!seen[from] && !seen[to]) continue;
    const [source, target] = [place(from), place(to)];
    if (source === target || source === "" || target === "") continue;
    add(bundles, source, target, uses, possible, null);
    if (bundles.size > most) return null;
  }
  return [...bundles.values()];
}

function chosenEdges(model: MapModel, chosen: { end: number } | { group: number }, drawn: ReadonlySet<string>): Bundle[] {
  const bundles = new Map<string, Bundle>();
  const { links } = model;
  const own = "end" in chosen ? new Set([chosen.end]) : new Set(model.ends.flatMap(({ group, top }, index) => (group === chosen.group || top === chosen.group ? [index] : [])));
  const ownKey = "group" in chosen ? model.groups[chosen.group]?.key : undefined;
  const place = (end: number) => (own.has(end) && ownKey ? ownKey : drawnKey(model, end, drawn));
  for (const end of own) {
    for (const link of model.linksOf[end] ?? []) {
      const [from, to] = [links.from[link] ?? 0, links.to[link] ?? 0];
      if (own.has(from) && own.has(to)) continue;
      add(bundles, place(from), place(to), links.uses[link] ?? 1, links.evidence[link] === possibleEvidence, own.has(from) ? "uses" : "used");
    }
  }
  return [...bundles.values()].filter(({ from, to }) => from !== to).sort((a, b) => b.uses - a.uses).slice(0, chosenEdgesMax);
}

function add(bundles: Map<string, Bundle>, from: string, to: string, uses: number, possible: boolean, role: Bundle["role"]): void {
  const key = `${from}→${to}`;
  const known = bundles.get(key);
  if (known) {
    known.uses += uses;
    known.possible &&= possible;
  } else bundles.set(key, { key, from, to, uses, possible, role });
}

function targetKey(model: MapModel, link: number, drawn: ReadonlySet<string> | null): string {
  const via = `provided:${model.links.via[link] ?? -1}`;
  return drawn?.has(via) ? via : endKey(model, model.links.to[link] ?? 0);
}

function drawnKey(model: MapModel, end: number, drawn: ReadonlySet<string>): string {
  const keys = [endKey(model, end), groupKey(model, end, "parts"), groupKey(model, end, "groups")];
  return keys.find((key) => drawn.has(key)) ?? keys[2] ?? "";
}

const endKey = (model: MapModel, end: number) => model.ends[end]?.key ?? "";

function groupKey(model: MapModel, end: number, level: "groups" | "parts" | Level): string {
  const of = model.ends[end];
  return model.groups[(level === "groups" ? of?.top : of?.group) ?? 0]?.key ?? "";
}

/** The groups that lie within others; where there are none, groups themselves. */
function isPart(model: MapModel, index: number): boolean {
  const group = model.groups[index];
  return group !== undefined && (group.parent >= 0 || group.kind === "team");
}

function groupMark(model: MapModel, index: number): Mark {
  const { key, x, y, r, hue, parent } = model.groups[index]!;
  return { key, kind: parent < 0 ? "group" : "part", index, x, y, r, hue };
}

function endMark(model: MapModel, index: number): Mark {
  const { key, x, y, r } = model.ends[index]!;
  return { key, kind: "end", index, x, y, r, hue: hueOf(model, index) };
}

function hueOf(model: MapModel, end: number): number {
  return model.groups[model.ends[end]?.top ?? 0]?.hue ?? 0;
}
