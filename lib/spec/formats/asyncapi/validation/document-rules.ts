import type { RulesetDefinition, RulesetFunction, RulesetFunctionContext } from "@stoplight/spectral-core";

type Rules = Extract<RulesetDefinition, { rules: unknown }>["rules"];

/**
 * Two rules of the library put in the place of their likes. They are the same function, but its compiled schemas are
 * kept from document to document: compiling them is nine tenths of what validating a document costs there.
 */
export async function documentRules(): Promise<Rules> {
  const { documentStructure } = await import("@asyncapi/parser/cjs/ruleset/functions/documentStructure.js");
  // The library keeps compiled schemas by the inventory of a document; one and the same for all shares them.
  const inventory = {};
  const structure = (target: unknown, options: { resolved: boolean }, context: RulesetFunctionContext) =>
    documentStructure(target, options, Object.create(context, { documentInventory: { value: inventory } }) as RulesetFunctionContext);
  const rule = (resolved: boolean) => ({
    message: "{{error}}",
    severity: "error" as const,
    given: "$",
    resolved,
    then: { function: structure as RulesetFunction, functionOptions: { resolved } },
  });
  return { "asyncapi-document-resolved": rule(true), "asyncapi-document-unresolved": rule(false), "asyncapi-latest-version": "off" };
}
