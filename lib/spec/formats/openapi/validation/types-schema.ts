import type { Generation } from "../version.ts";
import type { ObjectTypes } from "./object-type.ts";

const NUMBERS = { maxLength: "natural", minLength: "natural", maxItems: "natural", minItems: "natural", maxProperties: "natural", minProperties: "natural", multipleOf: "positive", maximum: "number", minimum: "number", pattern: "string", uniqueItems: "boolean" };
const WORDS = { title: "string", description: "string", format: "string", default: "any", example: "any", readOnly: "boolean", externalDocs: "ExternalDocs", xml: "XML" };
const FROM_31 = "It came with OpenAPI 3.1.";
const XML: ObjectTypes[string] = { title: "`xml`", members: { name: "string", namespace: "uri", prefix: "string", attribute: "boolean", wrapped: "boolean" } };

/** Types that people write and JSON Schema does not know. */
const TYPES = {
  "type=float": "Write `type: number` with `format: float`.", "type=double": "Write `type: number` with `format: double`.", "type=decimal": "Write `type: number`.", "type=int": "Write `type: integer`.",
  "type=long": "Write `type: integer` with `format: int64`.", "type=date": "Write `type: string` with `format: date`.", "type=datetime": "Write `type: string` with `format: date-time`.", "type=date-time": "Write `type: string` with `format: date-time`.",
  "type=uuid": "Write `type: string` with `format: uuid`.", "type=text": "Write `type: string`.", "type=map": "Write `type: object` with `additionalProperties`.", "type=list": "Write `type: array` with `items`.", "type=enum": "Write `type: string` with `enum`.", "type=any": "Leave `type` out.",
};
const FILE = { "type=file": "Write `type: string` with `format: binary`." };

/** The Schema Object and what belongs to it. */
export function schemaTypes(generation: Generation): ObjectTypes {
  if (generation === "2.0") return { Schema: swaggerSchema, XML };
  if (generation === "3.0") return { Schema: schema30, XML, Discriminator: { title: "the discriminator", open: true, members: { propertyName: "string!", mapping: "{string}" }, missing: { propertyName: "It is the name of the field that tells the alternatives apart." } } };
  return {
    Schema: schema31,
    XML: generation === "3.2" ? { ...XML, members: { ...XML.members, nodeType: "=element,attribute,text,cdata,none" } } : XML,
    Discriminator: { title: "the discriminator", members: { propertyName: "string!", mapping: "{string}", ...(generation === "3.2" ? { defaultMapping: "string" } : {}) } },
  };
}

const swaggerSchema: ObjectTypes[string] = {
  title: "the schema", reference: true,
  members: {
    ...NUMBERS, ...WORDS, $ref: "string", exclusiveMaximum: "boolean", exclusiveMinimum: "boolean", required: "[string]+!!", enum: "[any]+", additionalProperties: "boolean|Schema",
    type: "=array,boolean,integer,number,object,string,null,file|[=array,boolean,integer,number,object,string,null]+!!", items: "Schema|[Schema]", allOf: "[Schema]+", properties: "{Schema}", discriminator: "string",
  },
  help: { ...TYPES, nullable: "Swagger 2 knows no null; `x-nullable: true` is what many tools read.", oneOf: "It came with OpenAPI 3.0.", anyOf: "It came with OpenAPI 3.0.", not: "It came with OpenAPI 3.0.", required: "It is a list of names, beside `properties`.", examples: "Use `example`.", const: FROM_31, writeOnly: "It came with OpenAPI 3.0.", deprecated: "It came with OpenAPI 3.0." },
};

const schema30: ObjectTypes[string] = {
  title: "the schema", reference: true,
  members: {
    ...NUMBERS, ...WORDS, exclusiveMaximum: "boolean", exclusiveMinimum: "boolean", required: "[string]+!!", enum: "[any]+", additionalProperties: "boolean|Schema",
    type: "=array,boolean,integer,number,object,string", not: "Schema", allOf: "[Schema]", oneOf: "[Schema]", anyOf: "[Schema]", items: "Schema", properties: "{Schema}",
    nullable: "boolean", discriminator: "Discriminator", writeOnly: "boolean", deprecated: "boolean",
  },
  help: {
    ...TYPES, ...FILE, "type=null": "In OpenAPI 3.0 a value that may be null has `nullable: true`.", type: "In OpenAPI 3.0 a value that may be null has `nullable: true`; lists of types came with 3.1.", required: "It is a list of names, beside `properties`.", const: `${FROM_31} Use \`enum\` with one value.`, examples: `${FROM_31} Use \`example\`.`,
    patternProperties: FROM_31, $defs: FROM_31, if: FROM_31, then: FROM_31, else: FROM_31, prefixItems: FROM_31, $schema: FROM_31, $id: FROM_31, exclusiveMinimum: "In OpenAPI 3.0 it is `true` beside `minimum`.", exclusiveMaximum: "In OpenAPI 3.0 it is `true` beside `maximum`.",
    items: "In OpenAPI 3.0 it is one schema.", discriminator: "In OpenAPI 3 it is an object with `propertyName`.",
  },
};

const schema31: ObjectTypes[string] = {
  title: "the schema", open: true,
  members: {
    ...NUMBERS, title: "string", description: "string", format: "string", readOnly: "boolean", writeOnly: "boolean", deprecated: "boolean", externalDocs: "ExternalDocs", xml: "XML", discriminator: "Discriminator",
    exclusiveMaximum: "number", exclusiveMinimum: "number", required: "[string]!!", enum: "[any]", examples: "[any]",
    type: "=array,boolean,integer,number,object,string,null|[=array,boolean,integer,number,object,string,null]+!!",
    additionalProperties: "Schema", unevaluatedProperties: "Schema", unevaluatedItems: "Schema", not: "Schema", if: "Schema", then: "Schema", else: "Schema", contains: "Schema", propertyNames: "Schema", items: "Schema", contentSchema: "Schema",
    allOf: "[Schema]+", oneOf: "[Schema]+", anyOf: "[Schema]+", prefixItems: "[Schema]+", properties: "{Schema}", patternProperties: "{Schema}", dependentSchemas: "{Schema}", $defs: "{Schema}", dependentRequired: "{[string]!!}",
    minContains: "natural", maxContains: "natural", $ref: "string", $id: "string", $schema: "string", $anchor: "string", $dynamicRef: "string", $dynamicAnchor: "string", $comment: "string", contentEncoding: "string", contentMediaType: "string",
  },
  help: { ...TYPES, ...FILE, exclusiveMinimum: "Since OpenAPI 3.1 it is the bound itself, a number.", exclusiveMaximum: "Since OpenAPI 3.1 it is the bound itself, a number.", required: "It is a list of names, beside `properties`.", examples: "In a schema it is a list.", items: "For a tuple use `prefixItems`." },
};
