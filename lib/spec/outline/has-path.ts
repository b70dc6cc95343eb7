import type { SchemaValue } from "../normalized-spec.ts";
import type { SchemaMap } from "./schema-values.ts";
import { childrenOf } from "./open-schema.ts";
import { liesWithin } from "./structural-path.ts";

const looksMax = 200;

/**
 * Whether a schema has a property at a structural path (`lines[].sku`), in any of its alternatives. `at` is the path of the
 * schema itself; `near` gives the schemas that one refers to, so that a deep path can be followed piece by piece.
 */
export async function hasPath(schema: SchemaValue, wanted: string, near: (schema: SchemaValue) => Promise<SchemaMap>, at = ""): Promise<boolean> {
  const waiting = [{ schema, path: at }];
  for (let looks = 0; looks < looksMax; looks += 1) {
    const here = waiting.pop();
    if (here === undefined) return false;
    if (here.path === wanted) return true;
    const children = childrenOf(here.schema, await near(here.schema), here.path);
    waiting.push(...children.filter(({ path }) => path === "" || liesWithin(wanted, path)));
  }
  return false;
}
