import type { IFunctionResult, RulesetDefinition, RulesetFunction, RulesetFunctionContext } from "@stoplight/spectral-core";

type Rules = Extract<RulesetDefinition, { rules: unknown }>["rules"];
type Structure = (target: unknown, options: { resolved: boolean }, context: RulesetFunctionContext) => IFunctionResult[];

let structure: Promise<Structure> | null = null;

/**
 * Two rules of the library put in the place of their likes. They are the same function, but its compiled schemas are
 * kept from document to document: compiling them is nine tenths of what validating a document costs there.
 */
export async function documentRules(): Promise<Rules> {
  const check = await sharedStructure();
  const rule = (resolved: boolean) => ({
    message: "{{error}}",
    severity: "error" as const,
    given: "$",
    resolved,
    then: { function: check as RulesetFunction, functionOptions: { resolved } },
  });
  return { "asyncapi-document-resolved": rule(true), "asyncapi-document-unresolved": rule(false), "asyncapi-latest-version": "off" };
}

/** The same two rules by themselves, on a root whose references stand as written: linear in its size. */
export async function checkStructure(root: Record<string, unknown>, version: string): Promise<IFunctionResult[]> {
  const [check, { AsyncAPIFormats }] = await Promise.all([sharedStructure(), import("@asyncapi/parser/cjs/ruleset/formats.js")]);
  const format = AsyncAPIFormats.find(version);
  const document = { formats: new Set([format]) };
  return [true, false].flatMap((resolved) => check(root, { resolved }, { path: [], rule: { resolved }, document } as unknown as RulesetFunctionContext));
}

function sharedStructure(): Promise<Structure> {
  return (structure ??= loadStructure());
}

async function loadStructure(): Promise<Structure> {
  const { documentStructure } = await import("@asyncapi/parser/cjs/ruleset/functions/documentStructure.js");
  // The library keeps compiled schemas by the inventory of a document; one and the same for all shares them.
  const inventory = {};
  return (target, options, context) => {
    const shared = Object.create(context, { documentInventory: { value: inventory } }) as RulesetFunctionContext;
    const found = documentStructure(target, options, shared);
    return Array.isArray(found) ? found : [];
  };
}
