import { expect, test } from "vitest";
import { type Leaf, leafRadius, placeMesh, type Spot } from "./place-mesh.ts";

const leaves: Leaf[] = Array.from({ length: 300 }, (_, index) => ({ node: `service:${index}`, group: `domain:${index % 6}`, subgroup: `team:${index % 24}:${index % 6}`, weight: (index * 37) % 60 }));
const links = [{ from: "domain:0", to: "domain:5", weight: 900 }, { from: "domain:1", to: "domain:2", weight: 3 }];

test("the same mesh is placed the same, and nothing lies on anything else", () => {
  const placed = placeMesh(leaves, links);
  expect(placeMesh(leaves, links)).toEqual(placed);
  expect(overlaps(leaves.map(({ node }) => node), placed)).toEqual([]);
  expect(overlaps([...placed.keys()].filter((node) => node.startsWith("domain:")), placed)).toEqual([]);
});

test("what stood stays where it was; what is new finds a free place in or beside its group", () => {
  const before = placeMesh(leaves, links);
  const added: Leaf[] = [...leaves, { node: "service:900", group: "domain:0", subgroup: "team:0:0", weight: 4 }, { node: "service:901", group: "domain:9", subgroup: "team:77:9", weight: 4 }];
  const after = placeMesh(added, links, before);
  for (const [node, spot] of before) expect(after.get(node)).toEqual(spot);
  expect(overlaps(added.map(({ node }) => node), after)).toEqual([]);
  const [home, spot] = [before.get("team:0:0"), after.get("service:900")];
  expect(Math.hypot((spot?.x ?? 0) - (home?.x ?? 0), (spot?.y ?? 0) - (home?.y ?? 0))).toBeLessThan((home?.r ?? 0) + leafRadius(4) * 3);
});

function overlaps(nodes: string[], spots: Map<string, Spot>): string[] {
  const all = nodes.map((node) => ({ node, ...(spots.get(node) ?? { x: NaN, y: NaN, r: NaN }) }));
  return all.flatMap((a, index) => all.slice(index + 1).flatMap((b) => (Math.hypot(a.x - b.x, a.y - b.y) + 0.01 >= a.r + b.r ? [] : [`${a.node} ${b.node}`])));
}
