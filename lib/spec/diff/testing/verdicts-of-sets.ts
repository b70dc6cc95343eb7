import { readText } from "../../parse-text.fixture.ts";
import { type Change, type Verdict, verdictOf } from "../change.ts";
import { diffSpecs } from "../diff-specs.ts";
import { mapSchemas } from "./map-tree.ts";
import type { SchemaSet } from "./random-schemas.ts";

export type SetVerdicts = { request: Verdict; response: Verdict; changes: Change[] };

/** The verdicts on pairs of schemas, each accepted and emitted by an operation of its own; all are compared at once. */
export async function verdictsOfSets(pairs: readonly { base: SchemaSet; revision: SchemaSet }[]): Promise<SetVerdicts[]> {
  const [base, revision] = [await readText(documentOf(pairs.map(({ base }) => base))), await readText(documentOf(pairs.map(({ revision }) => revision)))];
  const byOperation = Map.groupBy(diffSpecs(base, revision).changes, ({ operation }) => operation);
  return pairs.map((_, index) => {
    const changes = byOperation.get(`POST /${index}`) ?? [];
    const of = (direction: string) => verdictOf(changes.filter((change) => change.direction === direction));
    return { request: of("request"), response: of("response"), changes };
  });
}

function documentOf(sets: SchemaSet[]): string {
  const own = (schema: unknown, index: number) => mapSchemas(schema, (inner) => (typeof inner["$ref"] === "string" ? { ...inner, $ref: inner["$ref"].replace(/\/([^/]*)$/, `/$1${index}`) } : inner), true);
  const schemas = Object.fromEntries(sets.flatMap(({ named }, index) => Object.entries(named).map(([name, schema]) => [`${name}${index}`, own(schema, index)])));
  const paths = Object.fromEntries(sets.map(({ root }, index) => {
    const content = { "application/json": { schema: own(root, index) } };
    return [`/${index}`, { post: { requestBody: { required: true, content }, responses: { 200: { description: "OK", content } } } }];
  }));
  return JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths, components: { schemas } });
}
