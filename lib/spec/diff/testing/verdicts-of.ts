import { readText } from "../../parse-text.fixture.ts";
import type { Diff } from "../change.ts";
import { diffSpecs } from "../diff-specs.ts";

const info = 'info: {title: T, version: "1"}\n';

/** A document with one schema in one place; `version` is of OpenAPI. */
export function apiOf(schema: string, place: "request" | "response", version = "3.1.0"): string {
  const content = `content: {application/json: {schema: ${schema}}}`;
  const operation = place === "request" ? `requestBody: {required: true, ${content}}, responses: {"200": {description: OK}}` : `responses: {"200": {description: OK, ${content}}}`;
  return `openapi: ${version}\n${info}paths: {/a: {post: {${operation}}}}\ncomponents: {schemas: {A: {type: object, properties: {a: {type: string}}}, B: {type: object, properties: {b: {type: string}}}, C: {type: object, properties: {c: {type: integer}}}}}\n`;
}

export async function diffTexts(base: string, revision: string, asOf = "2026-01-01"): Promise<Diff> {
  return diffSpecs(await readText(base), await readText(revision), { asOf });
}

const letters = { breaking: "b", risky: "r", compatible: "c" } as const;

/**
 * Four verdicts on a pair of schemas as letters (`b`reaking, `r`isky, `c`ompatible): accepted, emitted, and both again from the
 * second to the first.
 */
export async function verdictsOf(base: string, revision: string, version = "3.1.0"): Promise<string> {
  const pairs = [[base, revision], [revision, base]].flatMap(([one = "", other = ""]) => (["request", "response"] as const).map((place) => [apiOf(one, place, version), apiOf(other, place, version)]));
  const diffs = await Promise.all(pairs.map(([one = "", other = ""]) => diffTexts(one, other)));
  return diffs.map(({ verdict }) => letters[verdict]).join("");
}

/** The verdict on two documents, and the rules of its level. */
export async function ruling(base: string, revision: string, asOf?: string): Promise<string> {
  const { verdict, changes } = await diffTexts(base, revision, asOf);
  const worst = changes.filter(({ level }) => level === (verdict === "compatible" ? "info" : verdict));
  return `${verdict}${worst.length === 0 ? "" : `: ${[...new Set(worst.map(({ rule }) => rule))].join(", ")}`}`;
}
