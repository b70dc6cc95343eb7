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
  title: "Orders", label: "2.0.0", base: "1.4.0", file: "api/orders.yaml", url: "https://mesh.example/interfaces/orders/diff?from=1&to=2", note: null, failure: null, diagnostics: [],
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
    - 🟥 The operation was removed. (\`operation-removed\`, line 12 before)
      *Instead:* Deprecate it, announce a sunset date and remove it after that day.

    \`GET /orders\`
    - 🟨 \`response.state\` may now be \`lost\`. (\`response-enum-widened\`, \`api/orders.yaml:40\`)
      *Instead:* Announce new values before they come.

    <details><summary>1 compatible change</summary>

    \`GET /refunds\`
    - 🟩 The operation was added. (\`operation-added\`, \`api/orders.yaml:20\`)

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
  expect(xml.match(/<\/failure>/g)).toHaveLength(3);
});

it("counts in JUnit what fails by the levels asked for", () => {
  const counts = (...failOn: Parameters<typeof asJunit>[1][]) => failOn.map((asked) => /failures="(\d+)"/.exec(asJunit([report()], asked))?.[1]);
  expect(counts({ level: "breaking", impact: "never" }, { level: "risky", impact: "never" }, { level: "never", impact: "broken" }, { level: "never", impact: "never" })).toEqual(["1", "2", "2", "0"]);
});

it("writes SARIF that keeps to its schema, each result at its line", () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, "sarif-2.1.0.fixture.json"), "utf8")) as object;
  const sarif = asSarif([report(), report({ title: nasty, file: "a b/ü:c.yaml" })], "1.0.0");
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  expect(validate(sarif), JSON.stringify(validate.errors)).toBe(true);
  expect(sarif).toMatchObject({ runs: [{ results: [{ level: "error", ruleId: "operation-removed" }, { level: "warning", locations: [{ physicalLocation: { region: { startLine: 40 } } }] }, { level: "note" }, {}, {}, {}] }] });
});

it("keeps to what SARIF demands beyond its schema, whatever is told", () => {
  const uncompared = report({ tally: null, changes: [], impact: null, advice: null, base: null, failure: "uncompared", note: "There is no interface `oders`." });
  const all = asSarif([report(), unreadable(), uncompared, report({ file: "../up/a b.yaml" })], "1.0.0") as { runs: { tool: { driver: { rules: { id: string }[] } }; results: Result[] }[] };
  type Result = { ruleId: string; ruleIndex: number; message: { text: string }; locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[]; partialFingerprints: Record<string, string> };
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(join(import.meta.dirname, "sarif-2.1.0.fixture.json"), "utf8")) as object);
  expect(validate(all), JSON.stringify(validate.errors)).toBe(true);
  const [run] = all.runs;
  const rules = run?.tool.driver.rules.map(({ id }) => id) ?? [];
  expect(new Set(rules).size).toBe(rules.length);
  expect(run?.results.length).toBe(8);
  for (const result of run?.results ?? []) {
    // 3.27.6, 3.11.2, 3.4.3 and 3.30.5.
    expect(rules[result.ruleIndex]).toBe(result.ruleId);
    expect(result.message.text).not.toBe("");
    for (const { physicalLocation } of result.locations) {
      expect(new URL(physicalLocation.artifactLocation.uri, "file:///root/folder/").href).toMatch(/^file:\/\/\/root\//);
      expect(physicalLocation.region.startLine).toBeGreaterThan(0);
    }
  }
});

it("is short in a terminal", () => {
  expect(asText(report())).toMatchInlineSnapshot(`
    "api/orders.yaml: Orders 1.4.0 → 2.0.0 is breaking. 1 breaking change, 1 risky change, 1 compatible change.
      GET /returns
        breaking The operation was removed. (operation-removed, line 12 before)
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

const unreadable = () => report({ tally: null, changes: [], impact: null, advice: null, base: null, url: null, failure: "unreadable", note: "It cannot be understood.", diagnostics: [
  { severity: "info", code: "hint", message: "Never told.", file: "api/orders.yaml", pointer: "", line: 1, column: 1 },
  { severity: "error", code: "yaml-syntax", message: "A value is missing.", help: "Write one after the colon.", file: "api/orders.yaml", pointer: "/paths", line: 7, column: 3 },
] });

it("carries the findings of a document that cannot be understood in every form, with the line and what to do", () => {
  for (const written of [asText(unreadable()), asMarkdown(unreadable()), asJunit([unreadable()], { level: "never", impact: "never" })]) {
    expect(written).toContain("A value is missing. Write one after the colon.");
    expect(written).toContain("api/orders.yaml:7");
    expect(written).not.toContain("Never told");
  }
  expect(asJunit([unreadable()], { level: "never", impact: "never" })).toContain(`tests="1" failures="1"`);
  expect(asSarif([unreadable()], "1.0.0")).toMatchObject({ runs: [{ results: [{ ruleId: "document/yaml-syntax", level: "error", message: { text: "A value is missing. Write one after the colon." }, locations: [{ physicalLocation: { artifactLocation: { uri: "api/orders.yaml" }, region: { startLine: 7, startColumn: 3 } } }] }] }] });
});

it("never passes off as fine what should have been compared and was not", () => {
  const uncompared = report({ tally: null, changes: [], impact: null, advice: null, base: null, failure: "uncompared", note: "There is no interface `oders`." });
  expect(asJunit([uncompared], { level: "never", impact: "never" })).toMatch(/failures="1"[\s\S]*<failure message="There is no interface `oders`\."/);
  expect(asSarif([uncompared], "1.0.0")).toMatchObject({ runs: [{ results: [{ ruleId: "not-compared", level: "error" }] }] });
  expect(asText(uncompared)).toContain("not compared: There is no interface `oders`.");
  expect(asMarkdown(uncompared)).toContain("**Not compared.** There is no interface `oders`.");
});

it("fails in JUnit for each broken consumer, also one who may not be named or by nothing that may be shown", () => {
  const impact = { consumers: [{ kind: "service" as const, slug: "billing", title: "Billing", owner: null, verdict: "broken" as const, possible: false, causes: [] }], hidden: { broken: 2, "at risk": 0, unknown: 0, unaffected: 0 }, counts: { broken: 3, "at risk": 0, unknown: 0, unaffected: 0 } };
  const xml = asJunit([report({ impact })], { level: "never", impact: "broken" });
  expect(xml).toContain(`failures="2"`);
  expect(xml).toContain(`name="Billing" classname="Orders.consumers" time="0"><failure message="broken"`);
  expect(xml).toContain(`<failure message="2 consumers: 2 broken"`);
});

it("adds up: what is listed and what is only counted are all there is", () => {
  const [change] = report().changes;
  const changes = Array.from({ length: 500 }, (_, index) => ({ ...(change as Report["changes"][number]), ordinal: index + 1, level: "info" as const }));
  const many = report({ tally: { verdict: "compatible", breaking: 0, risky: 0, info: 20_000 }, changes });
  expect(asText(many)).toContain("and 19,900 more");
  expect(asMarkdown(many)).toContain("<summary>20,000 compatible changes</summary>");
  expect(asMarkdown(many)).toContain("And 19,900 more.");
});

it("names a file once, also where it cannot be read", () => {
  expect(asText(report({ title: "bad.yaml", file: "bad.yaml", base: null, label: null, tally: null, changes: [], impact: null, note: "It cannot be understood.", url: null }))).toBe("bad.yaml:\n  It cannot be understood.");
});
