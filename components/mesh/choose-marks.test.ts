import { expect, test } from "vitest";
import type { Overview } from "#lib/catalog/graph/overview.ts";
import { chooseMarks } from "./choose-marks.ts";
import { mapModel } from "./map-model.ts";

// 40 domains of 26 teams of 10 services, ten dependencies each, on a grid.
const [domains, teams, services] = [40, 26, 10];
const total = domains * teams * services;
const groups: Overview["groups"] = [];
const ends: Overview["ends"] = { slug: [], title: [], kind: [], group: [], x: [], y: [], r: [], lifecycle: [] };
for (let domain = 0; domain < domains; domain++) {
  const [x, y] = [(domain % 8) * 1200, Math.floor(domain / 8) * 1200];
  const parent = groups.push({ kind: "domain", slug: `d${domain}`, name: `Domain ${domain}`, parent: -1, x, y, r: 550 }) - 1;
  for (let team = 0; team < teams; team++) {
    const at = { x: x + (team % 5) * 180 - 360, y: y + Math.floor(team / 5) * 180 - 360 };
    const group = groups.push({ kind: "team", slug: `t${domain}-${team}`, name: `Team ${team}`, parent, ...at, r: 80 }) - 1;
    for (let service = 0; service < services; service++) {
      ends.slug.push(`s${ends.slug.length}`);
      for (const [column, value] of [["title", 0], ["kind", 0], ["group", group], ["x", at.x + (service % 4) * 24 - 36], ["y", at.y + Math.floor(service / 4) * 24 - 24], ["r", 10], ["lifecycle", 3]] as const) (ends[column] as unknown[]).push(value);
    }
  }
}
const sources = Array.from({ length: total * 10 }, (_, link) => Math.floor(link / 10));
const model = mapModel({
  grouping: "domain", groups, ends,
  interfaces: { slug: ends.slug.map((slug) => `${slug}-api`), end: ends.slug.map((_, index) => index), format: ends.slug.map(() => 0) },
  links: {
    from: sources.map((from, link) => from - (sources[link - 1] ?? 0)), to: sources.map((from, link) => (from * 7 + (link % 10) * 131 + 1) % total), via: sources.map(() => -1),
    count: sources.map(() => 1), flow: sources.map(() => 0), evidence: sources.map((_, link) => link % 4),
  },
});
const whole = { x0: -1000, y0: -1000, x1: 10_000, y1: 7000 };
const views = [
  { ...whole, scale: 0.15 },
  { x0: -600, y0: -600, x1: 2400, y1: 1700, scale: 0.5 },
  { x0: -600, y0: -600, x1: 600, y1: 600, scale: 1.2 },
  { x0: -450, y0: -450, x1: -200, y1: -250, scale: 6 },
];

test("however far one looks, no more than 1,500 marks are drawn, and every edge has both its ends", () => {
  for (const view of views) {
    for (const chosen of [null, { end: 3 }, { group: 0 }]) {
      const { nodes, edges } = chooseMarks(model, view, chosen);
      expect(nodes.length + edges.length).toBeLessThanOrEqual(1500);
      const drawn = new Set(nodes.map(({ key }) => key));
      expect(edges.filter(({ from, to }) => !drawn.has(from) || !drawn.has(to))).toEqual([]);
    }
  }
});

test("the closer one looks, the smaller the things that are drawn", () => {
  expect(views.map((view) => chooseMarks(model, view).level)).toEqual(["groups", "parts", "services", "interfaces"]);
});

test("bundled edges count all that they stand for", () => {
  const { edges, edgesTotal } = chooseMarks({ ...model, groups: model.groups }, { ...whole, scale: 0.15 });
  const crossing = model.groupPairs.reduce((sum, { uses }) => sum + uses, 0);
  expect(edges.length).toBeLessThanOrEqual(edgesTotal);
  expect(model.groupPairs).toHaveLength(edgesTotal);
  expect(crossing).toBe(sources.filter((from, link) => model.ends[from]?.top !== model.ends[model.links.to[link] ?? 0]?.top).length);
});

test("what is chosen shows its own dependencies, and which way each goes", () => {
  const { edges } = chooseMarks(model, { ...whole, scale: 0.15 }, { end: 3 });
  expect(edges.length).toBeGreaterThan(0);
  expect(edges.every(({ role }) => role !== null)).toBe(true);
  expect(edges.filter(({ role }) => role === "uses").reduce((sum, { uses }) => sum + uses, 0)).toBeGreaterThan(0);
});
