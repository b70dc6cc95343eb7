import { convert } from "@asyncapi/converter";
import swagger2openapi from "swagger2openapi";
import type { Json } from "../../lib/spec/values.ts";
import type { Spelling } from "../../lib/spec/diff/testing/spellings.ts";

type Converted = Omit<Spelling, "spell"> & { spell(tree: Json): Promise<Json | null> };

/** Documents as converters of other people write them in the next version of their specification. */
export const converted: readonly Converted[] = [
  {
    name: "Swagger 2 as OpenAPI 3.0 (swagger2openapi)",
    spell: async (tree) => (tree["swagger"] === undefined ? null : ((await swagger2openapi.convertObj(structuredClone(tree), { patch: true, warnOnly: true, resolveInternal: false })) as { openapi: Json }).openapi),
  },
  {
    name: "AsyncAPI 2 as 3.0 (@asyncapi/converter)",
    spell: (tree) => Promise.resolve(typeof tree["asyncapi"] === "string" && tree["asyncapi"].startsWith("2.") ? (JSON.parse(JSON.stringify(convert(structuredClone(tree) as never, "3.0.0", { v2tov3: { pointOfView: "application" } }))) as Json) : null),
  },
];
