import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { loadDocument } from "../text/loaded-document.ts";
import { parseSpec } from "../parse-spec.ts";
import { isObject, type Json } from "../values.ts";
import { diffSpecs } from "./diff-specs.ts";
import { spellings } from "./testing/spellings.ts";
import { verdictsOf } from "./testing/verdicts-of.ts";

const folder = fileURLToPath(new URL("../../demo/documents", import.meta.url));
const documents = globSync("**/*.{yaml,yml,json}", { cwd: folder }).sort();

async function read(file: string, bytes: Uint8Array) {
  return (await parseSpec([{ path: path.basename(file), bytes }])).spec;
}

it.each(spellings)("finds no change between a document and the same one $name", async ({ spell }) => {
  for (const file of documents) {
    const bytes = readFileSync(path.join(folder, file));
    const base = await read(file, bytes);
    const tree = loadDocument([{ path: file, bytes }], file).tree();
    const spelled = base && isObject(tree) ? spell(tree as Json) : null;
    if (base === null || spelled === null) continue;
    const revision = await read(file, Buffer.from(JSON.stringify(spelled)));
    expect(revision, file).not.toBeNull();
    if (revision) expect([...diffSpecs(base, revision).changes, ...diffSpecs(revision, base).changes].map(({ rule, message }) => `${file}: ${rule} ${message}`)).toEqual([]);
  }
}, 60_000);

it("turns its judgement round with the direction, and with the order of a pair", async () => {
  // Of values alone: whoever is accepted less is emitted less, and the other way round.
  const narrowings = [
    ["{type: [string, 'null']}", "{type: string}"], ["{type: number}", "{type: integer}"], ["{type: integer}", "{type: integer, minimum: 3}"], ["{type: string}", "{type: string, maxLength: 3}"],
    ["{type: array, items: {type: [string, integer]}}", "{type: array, items: {type: string}}"], ["{type: object, properties: {a: {}}}", "{type: object, required: [a], properties: {a: {}}}"],
    ["{type: object, additionalProperties: {type: [string, integer]}}", "{type: object, additionalProperties: {type: string}}"], ["{oneOf: [{type: string}, {type: integer}]}", "{type: string}"],
    ["{type: object, properties: {a: {type: array, items: {oneOf: [{type: string, maxLength: 9}, {type: integer}]}}}}", "{type: object, properties: {a: {type: array, items: {oneOf: [{type: integer}, {type: string, maxLength: 5}]}}}}"],
  ];
  for (const [wide = "", narrow = ""] of narrowings) expect(await verdictsOf(wide, narrow), `${wide} → ${narrow}`).toBe("bccb");
}, 60_000);
