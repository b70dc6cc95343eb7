import type { Generation } from "../../version.ts";
import type { Checks } from "../walk.ts";
import { defaultInEnum, serverAddress, swaggerAddress, uniqueTags } from "./documents.ts";
import { notBoth, someOf } from "./exclusive.ts";
import { someResponse, uniqueOperationId, uniqueParameters } from "./operations.ts";
import { memberFitsPlace, pathIsRequired, schemaOrContent, styleFits } from "./parameters.ts";
import { identicalPaths, pathParameters } from "./paths.ts";
import { itemsGiven, patternCompiles, readOrWrite } from "./schemas.ts";
import { knownSchemes } from "./security.ts";

/** What is checked beyond the shape of the objects, by type of object. A new check is a function and a line here. */
export function checksOf(generation: Generation): Checks {
  if (generation === "2.0") return swaggerChecks;
  const from31 = generation !== "3.0";
  const examples = notBoth("example", "examples", "Put the one into the other.");
  return {
    Root: [uniqueTags, ...(from31 ? [someOf(["paths", "components", "webhooks"], "The document")] : [])],
    License: [notBoth("identifier", "url")],
    Paths: [pathParameters, identicalPaths],
    PathItem: [uniqueParameters],
    Operation: [uniqueOperationId, uniqueParameters],
    Responses: [someResponse],
    Parameter: [schemaOrContent, pathIsRequired, examples, styleFits(generation === "3.2" ? { cookie: ["cookie"] } : {}), ...(from31 ? [memberFitsPlace(generation === "3.2" ? "3.2" : "3.1")] : [])],
    Header: [schemaOrContent, examples],
    MediaType: [examples],
    Example: [notBoth("value", "externalValue"), notBoth("value", "dataValue"), notBoth("value", "serializedValue"), notBoth("serializedValue", "externalValue")],
    Link: [notBoth("operationRef", "operationId"), ...(from31 ? [someOf(["operationRef", "operationId"], "The link")] : [])],
    Server: [serverAddress],
    ServerVariable: [defaultInEnum(from31 ? "error" : "warning")],
    SecurityRequirement: [knownSchemes("components", generation === "3.2")],
    Schema: [readOrWrite, patternCompiles, ...(from31 ? [] : [itemsGiven])],
  };
}

const swaggerChecks: Checks = {
  Root: [uniqueTags, swaggerAddress],
  Paths: [pathParameters, identicalPaths],
  PathItem: [uniqueParameters],
  Operation: [uniqueOperationId, uniqueParameters],
  Responses: [someResponse],
  Parameter: [pathIsRequired, itemsGiven],
  Header: [itemsGiven],
  Items: [itemsGiven],
  SecurityRequirement: [knownSchemes("root")],
  Schema: [itemsGiven, patternCompiles],
};
