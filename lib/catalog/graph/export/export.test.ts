import { expect, test } from "vitest";
import type { GraphEdge, GraphNode } from "../graph.ts";
import { toCsv } from "./to-csv.ts";
import { toDot } from "./to-dot.ts";
import { toMermaid } from "./to-mermaid.ts";
import { toSvg } from "./to-svg.ts";

const node = (slug: string, title: string, distance: number): GraphNode => ({
  id: `service:${slug}`, kind: "service", slug, title, owner: null, domain: null, lifecycle: "stable", format: null, source: null, distance, side: distance === 0 ? "focus" : "upstream", uses: 1, usedBy: 1,
});
const edge: GraphEdge = { from: "service:a", to: "service:b", flow: "call", via: "GET /x", interface: "b-api", evidence: "possible" };
const graph = (title: string) => ({ nodes: [node("a", title, 0), node("b", "Billing", 1)], edges: [edge, { ...edge, via: "POST /x" }], provides: [] });

test("uses of one kind between two are one line with their number", () => {
  expect(toMermaid(graph("Shop"))).toBe('flowchart LR\n  n0["Shop"]\n  n1["Billing"]\n  n0 -.->|"call ×2"| n1\n');
  expect(toDot(graph("Shop"))).toContain('"service:a" -> "service:b" [label="call ×2", style=dashed];');
  expect(toSvg(graph("Shop"), "Shop").match(/<path d="M/g)).toHaveLength(5);
  expect(toCsv(graph("Shop"))).toBe("from,to,flow,interface,operation,evidence\r\nservice:a,service:b,call,b-api,GET /x,possible\r\nservice:a,service:b,call,b-api,POST /x,possible\r\n");
});

test("a name can end no label, start no markup and be no formula", () => {
  const evil = 'x"]; click n0 "javascript:alert(1)"\n<script>alert(1)</script> \\" & #quot;';
  expect(toMermaid(graph(evil)).split("\n")[1]).toBe('  n0["x#34;]; click n0 #34;javascript:alert(1)#34; #60;script#62;alert(1)#60;/script#62; #92;#34; #38; #35;quot;"]');
  expect(toDot(graph(evil)).split("\n")[3]).toBe('  "service:a" [label="x\\"]; click n0 \\"javascript:alert(1)\\" <script>alert(1)</script> \\\\\\" & #quot;", shape=box];');
  expect(toSvg(graph(evil), evil)).not.toMatch(/<script|"javascript/);
  expect(toSvg(graph("\u0000\u0008\ud800"), "x")).not.toMatch(/[\u0000-\u0008]/);
  expect(toCsv({ edges: [{ ...edge, via: '=HYPERLINK("x")' }] })).toContain(`"'=HYPERLINK(""x"")"`);
});
