import path from "node:path";
import { ESLint } from "eslint";
import { expect, it } from "vitest";
import { projectRoot } from "#scripts/run/state.ts";

const eslint = new ESLint({ cwd: projectRoot });

/** What lint says of one line of code, were it in this file. */
async function findings(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: path.join(projectRoot, file) });
  return result!.messages.filter(({ severity, ruleId }) => severity === 2 && ruleId !== "@typescript-eslint/no-unused-vars").map((finding) => finding.message);
}

it.each([
  ["lib/spec/example.ts", `export { connect } from "#db/client.ts";`],
  ["lib/spec/example.ts", `export { env } from "../env.ts";`],
  ["db/example.ts", `export { env } from "#lib/env.ts";`],
  ["db/example.ts", `export { parseSpec } from "#lib/spec/parse-spec.ts";`],
  ["lib/search/example.ts", `export { publishSpec } from "#lib/catalog/publish/publish-spec.ts";`],
  ["lib/jobs/example.ts", `export { publishSpec } from "../catalog/publish/publish-spec.ts";`],
  ["components/example.tsx", `export { connect } from "#db/client.ts";`],
  ["components/example.tsx", `export { publishSpec } from "#lib/catalog/publish/publish-spec.ts";`],
  ["app/example.tsx", `export { connect } from "#db/client.ts";`],
  ["lib/catalog/example.ts", `export { startStack } from "#scripts/stack.ts";`],
])("reports, in %s: %s", async (file, code) => {
  expect(await findings(file, code)).toEqual([expect.stringMatching(/must not import/)]);
});

it.each([
  ["lib/catalog/example.ts", `export { connect } from "#db/client.ts";`],
  ["lib/catalog/example.ts", `export { parseSpec } from "#lib/spec/parse-spec.ts";`],
  ["db/example.ts", `export type { NormalizedSpec } from "#lib/spec/normalized-spec.ts";`],
  ["components/example.tsx", `export type { PublishResult } from "#lib/catalog/publish/publish-spec.ts";`],
  ["components/example.tsx", `export { operationUrl } from "#lib/catalog/urls/operation-url.ts";`],
  ["app/example.tsx", `export { publishSpec } from "#lib/catalog/publish/publish-spec.ts";`],
])("accepts, in %s: %s", async (file, code) => {
  expect(await findings(file, code)).toEqual([]);
});

it("keeps the product's own code from printing", async () => {
  expect(await findings("lib/catalog/example.ts", `console.log("here");`)).toEqual([expect.stringMatching(/console/)]);
  expect(await findings("cli/example.ts", `console.log("here");`)).toEqual([]);
});
