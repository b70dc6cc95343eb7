import { Ajv } from "ajv";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { asJunit } from "./junit.ts";
import { asMarkdown } from "./markdown.ts";
import type { Report } from "./report.ts";
import { asSarif } from "./sarif.ts";
import { asText } from "./text.ts";

const nasty = "x</failure><script>alert(1)</script> [a](https://evil.example) @everyone #12 ``` `tick` \u0000\uD800 & \"quoted\"\n# heading";

const report = (over: Partial<Report> = {}): Report => ({
  title: "Orders", label: "2.0.0", base: "1.4.0", file: "api/orders.yaml", url: "https://mesh.example/interfaces/orders/diff?from=1&to=2", note: null,
  tally: { verdict: "breaking", breaking: 1, risky: 1, info: 1 },
  advice: { bump: "major", suggested: "2.0.0", finding: null },
  changes: [
    { ordinal: 1, rule: "operation-removed", level: "breaking", direction: null, operation: "GET /returns", message: "The operation was removed.", pointer: "/paths/~1returns/get", base: { file: "api/orders.yaml", pointer: "/paths/~1returns/get", line: 12 }, revision: null, fields: [] },
    { ordinal: 2, rule: "response-enum-widened", level: "risky", direction: "response", operation: "GET /orders", message: "`response.state` may now be `lost`.", pointer: "/components/schemas/Order/properties/state", base: null, revision: { file: "api/orders.yaml", pointer: "/components/schemas/Order/properties/state", line: 40 }, fields: ["response.state"] },
    { ordinal: 3, rule: "operation-added", level: "info", direction: null, operation: "GET /refunds", message: "The operation was added.", pointer: "/paths/~1refunds/get", base: null, revision: { file: "api/orders.yaml", pointer: "/paths/~1refunds/get", line: 20 }, fields: [] },
  ],
  impact: {
    consumers: [
      { kind: "service", slug: "billing", title: "Billing", owner: { name: "Money" }, verdict: "broken", possible: false, causes: [{ ordinal: 1, effect: "broken" }] },
      { kind: "service", slug: "portal", title: "Portal", owner: null, verdict: "unknown", possible: false, causes: [] },
    ],
    hidden: { broken: 1, "at risk": 0, unknown: 0, unaffected: 0 },
    counts: { broken: 2, "at risk": 0, unknown: 1, unaffected: 4 },
  },
  ...over,
});

it("says the verdict first, then whom it touches, then what changed, for a comment on a pull request", () => {
  expect(asMarkdown(report())).toMatchInlineSnapshot(`
    "### 🟥 Orders \`1.4.0 → 2.0.0\`

    **Breaking.** 1 breaking change, 1 risky change, 1 compatible change.

    **7 consumers: 2 broken, 1 unknown, 4 unaffected.** 1 of them may not be named to you.

    - 🟥 **Billing** (Money) broken: The operation was removed. (\`GET /returns\`)
    - ⬜ **Portal** unknown: it is not known which part it uses

    \`GET /returns\`
    - 🟥 The operation was removed.

    \`GET /orders\`
    - 🟨 \`response.state\` may now be \`lost\`.

    <details><summary>1 compatible change</summary>

    \`GET /refunds\`
    - 🟩 The operation was added.

    </details>

    [See the comparison](https://mesh.example/interfaces/orders/diff?from=1&to=2)
    "
  `);
});

it("obeys nothing that stands in a document", () => {
  const [first] = report().changes;
  const markdown = asMarkdown(report({ title: nasty, changes: first ? [{ ...first, operation: nasty, message: `Removed ${nasty}` }] : [] }));
  // What is left when code spans, in which nothing is obeyed, are taken away.
  const outside = markdown.replaceAll(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, "");
  expect(outside).not.toMatch(/<script|(?<!\\)\]\(https:\/\/evil|@everyone|(?<!\\)#12/);
  expect(markdown.split("\n").filter((line) => line.startsWith("# "))).toEqual([]);
  const xml = asJunit([report({ title: nasty, file: nasty })], { level: "breaking", impact: "broken" });
  expect(xml).not.toMatch(/<script|[\u0000\uD800-\uDFFF]/);
  expect(xml.match(/<\/failure>/g)).toHaveLength(2);
});

it("counts in JUnit what fails by the levels asked for", () => {
  const counts = (...failOn: Parameters<typeof asJunit>[1][]) => failOn.map((asked) => /failures="(\d+)"/.exec(asJunit([report()], asked))?.[1]);
  expect(counts({ level: "breaking", impact: "never" }, { level: "risky", impact: "never" }, { level: "never", impact: "broken" }, { level: "never", impact: "never" })).toEqual(["1", "2", "1", "0"]);
});

it("writes SARIF that keeps to its schema, each result at its line", () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, "sarif-2.1.0.fixture.json"), "utf8")) as object;
  const sarif = asSarif([report(), report({ title: nasty, file: "a b/ü:c.yaml" })], "1.0.0");
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  expect(validate(sarif), JSON.stringify(validate.errors)).toBe(true);
  expect(sarif).toMatchObject({ runs: [{ results: [{ level: "error", ruleId: "operation-removed" }, { level: "warning", locations: [{ physicalLocation: { region: { startLine: 40 } } }] }, { level: "note" }, {}, {}, {}] }] });
});

it("is short in a terminal", () => {
  expect(asText(report())).toMatchInlineSnapshot(`
    "api/orders.yaml: Orders 1.4.0 → 2.0.0 is breaking. 1 breaking change, 1 risky change, 1 compatible change.
      GET /returns
        breaking The operation was removed. (operation-removed)
      GET /orders
        risky    \`response.state\` may now be \`lost\`. (response-enum-widened, api/orders.yaml:40)
      GET /refunds
        info     The operation was added. (operation-added, api/orders.yaml:20)
      7 consumers: 2 broken, 1 unknown, 4 unaffected; 1 of them may not be named to you
        broken   Billing, by 1 change
        unknown  Portal
      https://mesh.example/interfaces/orders/diff?from=1&to=2"
  `);
});
