import { expect, it } from "vitest";
import { readText } from "../../parse-text.fixture.ts";
import { diffTexts } from "../testing/verdicts-of.ts";
import { inlineReferences } from "../testing/spell-references.ts";
import { SameSchemas } from "./same-schemas.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const documentOf = (schemas: Record<string, unknown>) => ({
  openapi: "3.0.3", info: { title: "T", version: "1" }, components: { schemas },
  paths: { "/a": { get: { responses: { 200: { description: "OK", content: { "application/json": { schema: ref(Object.keys(schemas)[0] ?? "") } } } } } } },
});

async function sameOf(base: Record<string, unknown>, revision: Record<string, unknown>) {
  const [one, other] = [await readText(JSON.stringify(documentOf(base))), await readText(JSON.stringify(documentOf(revision)))];
  const same = new SameSchemas(one, other);
  return (name: string, now = name) => {
    const [was, is] = [one.schemas.find((schema) => schema.name === name), other.schemas.find((schema) => schema.name === now)];
    return was !== undefined && is !== undefined && same.isSame(was.json, is.json);
  };
}

const node = (inner: unknown, id = "string") => ({ type: "object", properties: { id: { type: id }, next: inner } });

it("takes a schema written out in place of its reference for the same, round and round", async () => {
  const isSame = await sameOf({ A: node(ref("B")), B: node(ref("A")) }, { A: node(node(ref("A"))), B: node(node(ref("B"))) });
  expect([isSame("A"), isSame("B")]).toEqual([true, true]);
});

it("takes nothing for the same that leads to a change, and all the rest", async () => {
  const isSame = await sameOf(
    { A: node(ref("B")), B: node(ref("C")), C: node(ref("A")), D: node(ref("E")), E: node(ref("D")) },
    { A: node(ref("B")), B: node(node(ref("A"), "integer")), C: node(ref("A"), "integer"), D: node(node(ref("D"))), E: node(ref("D")) },
  );
  expect(["A", "B", "C", "D", "E"].map((name) => isSame(name))).toEqual([false, false, false, true, true]);
});

it("knows a schema again under another name, but not where alternatives are told apart by names", async () => {
  const cats = (name: string, discriminator?: object) => ({ Pet: { oneOf: [ref(name), ref("Dog")], ...(discriminator ? { discriminator } : {}) }, [name]: node({ type: "string" }), Dog: node({ type: "integer" }) });
  expect((await sameOf(cats("Cat"), cats("Tom")))("Pet")).toBe(true);
  const kind = { propertyName: "kind" };
  expect((await sameOf(cats("Cat", kind), cats("Tom", kind)))("Pet")).toBe(false);
});

it("finds no change, in no time to speak of, where everything leads to everything and references are inlined", async () => {
  const names = Array.from({ length: 60 }, (_, index) => `S${index}`);
  const expandable = (index: number, step: number) => ({ anyOf: [{ type: "string" }, ref(`S${(index * 7 + step * 11) % 60}`), ref(`S${(index + step) % 60}`)] });
  const schemas = Object.fromEntries(names.map((name, index) => [name, {
    type: "object", required: ["id", "object"], title: `Title${index}`,
    properties: { id: { type: "string" }, object: { type: "string", enum: [name] }, ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((step) => [`p${step}`, expandable(index, step)])) },
  }]));
  const tree = documentOf(schemas);
  const [base, revision] = [JSON.stringify(tree), JSON.stringify(inlineReferences(tree))];
  expect((await diffTexts(base, revision)).changes).toEqual([]);
  expect((await diffTexts(revision, base)).changes).toEqual([]);
});

it("knows an alternative that is written out again by its title, and says what changed in it", async () => {
  const account = (type: string) => ({ title: "BankAccount", type: "object", required: ["number"], properties: { number: { type } } });
  const holder = (first: object) => ({ Holder: { type: "object", properties: { destination: { anyOf: [{ type: "string" }, first, ref("card")] } } }, bank_account: account("string"), card: node({ type: "string" }) });
  const { changes } = await diffTexts(JSON.stringify(documentOf(holder(ref("bank_account")))), JSON.stringify(documentOf(holder(account("integer")))));
  expect(changes.map(({ rule, fields }) => `${rule} ${fields[0] ?? ""}`)).toEqual(["response-type-widened response.destination.number"]);
});
