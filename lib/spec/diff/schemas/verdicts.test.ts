import { describe, expect, it } from "vitest";
import { verdictsOf } from "../testing/verdicts-of.ts";

// Each row: base, revision, and the verdicts where the schema is accepted, emitted, accepted the other way round, emitted the other way round.
type Row = [base: string, revision: string, verdicts: string];

function check(rows: Row[], version?: string): void {
  it.each(rows)("%s → %s: %s", async (base, revision, verdicts) => {
    expect(await verdictsOf(base, revision, version)).toBe(verdicts);
  });
}

describe("types and values", () => check([
  ["{type: string}", "{type: integer}", "bbbb"],
  ["{type: integer}", "{type: number}", "cbbc"],
  ["{type: string}", "{type: [string, 'null']}", "cbbc"],
  ["{type: [string, integer]}", "{type: [integer, string]}", "cccc"],
  ["{type: integer}", "{type: number, multipleOf: 1}", "cccc"],
  ["{}", "{type: string}", "bccb"],
  ["true", "{}", "cccc"],
  ["{type: [string, integer, boolean]}", "{anyOf: [{type: boolean}, {type: [integer, string]}]}", "cccc"],
  ["{const: a}", "{enum: [a]}", "cccc"],
  ["{enum: [a, b]}", "{enum: [b, a]}", "cccc"],
  ["{enum: [a]}", "{enum: [a, b]}", "crbc"],
  ["{type: string, enum: [a]}", "{type: string}", "crbc"],
  ["{type: boolean}", "{enum: [true, false]}", "cccc"],
  ["{type: boolean}", "{const: true}", "bccr"],
  ["{oneOf: [{const: a, title: A}, {const: b, title: B}]}", "{type: string, enum: [a, b]}", "cccc"],
  ["{enum: [a, null]}", "{anyOf: [{enum: [a]}, {type: 'null'}]}", "cccc"],
  ["{enum: [1, 2]}", "{type: integer, minimum: 1, maximum: 2, enum: [1, 2]}", "cccc"],
  ["{const: a, enum: [a, b]}", "{const: a}", "cccc"],
  ["{enum: [1, 3, 5], minimum: 2}", "{enum: [3, 5]}", "cccc"],
  ["{allOf: [{enum: [a, b]}, {enum: [b, c]}]}", "{const: b}", "cccc"],
  ["{type: string, title: Old}", "{type: string, title: New, description: d, examples: [x]}", "cccc"],
]));

describe("bounds, lengths, patterns and formats", () => check([
  ["{type: integer, minimum: 1}", "{type: integer, minimum: 2}", "bccb"],
  ["{type: integer, minimum: 1}", "{type: integer, exclusiveMinimum: 0}", "cccc"],
  ["{type: number, minimum: 0}", "{type: number, exclusiveMinimum: 0}", "bccb"],
  ["{type: number, maximum: 10}", "{type: number}", "cbbc"],
  ["{type: number, exclusiveMaximum: 10}", "{type: number, exclusiveMaximum: 11}", "cbbc"],
  ["{type: integer, multipleOf: 2}", "{type: integer, multipleOf: 4}", "bccb"],
  ["{type: integer, multipleOf: 4}", "{type: integer, multipleOf: 6}", "bbbb"],
  ["{type: number, multipleOf: 0.01}", "{type: number, multipleOf: 0.1}", "bccb"],
  ["{type: string, maxLength: 10}", "{type: string, maxLength: 5}", "bccb"],
  ["{type: string}", "{type: string, minLength: 0}", "cccc"],
  ["{type: string}", "{type: string, pattern: '^a'}", "bccr"],
  ["{type: string, pattern: '^a'}", "{type: string, pattern: '^b'}", "rrrr"],
  ["{type: string, pattern: '^.*$'}", "{type: string}", "cccc"],
  ["{type: string}", "{type: string, format: date-time}", "bccb"],
  ["{type: string, format: date}", "{type: string, format: date-time}", "bbbb"],
  ["{type: string, format: money}", "{type: string}", "crrc"],
  ["{type: string, format: password}", "{type: string}", "cccc"],
  ["{type: integer, format: int64}", "{type: integer, format: int32}", "bcrb"],
  ["{type: number, minimum: 0, exclusiveMaximum: 3}", "{type: number, minimum: 0, exclusiveMaximum: 3, format: int32}", "bccb"],
  ["{type: [string, number], maxLength: 2}", "{anyOf: [{type: string, maxLength: 2}, {type: number, format: int32}]}", "bccb"],
  ["{type: string, maxLength: 2}", "{anyOf: [{type: string, maxLength: 2}, {type: number, format: int32}]}", "cbbc"],
  ["{allOf: [{type: integer, multipleOf: 2}, {multipleOf: 3}]}", "{type: integer, multipleOf: 6}", "cccc"],
  ["{type: string, contentEncoding: base64}", "{type: string, format: byte}", "cccc"],
  ["{type: string, enum: [2024-01-01]}", "{type: string, enum: [2024-01-01], format: date}", "cccc"],
]));

describe("arrays and tuples", () => check([
  ["{type: array, items: {type: string}}", "{type: array, items: {type: integer}}", "bbbb"],
  ["{type: array, items: {type: string}}", "{type: array}", "cbbc"],
  ["{type: array}", "{type: array, items: {}}", "cccc"],
  ["{type: array, items: {type: string}, minItems: 1}", "{type: array, items: {type: string}}", "cbbc"],
  ["{type: array, items: {type: string}}", "{type: array, items: {type: string}, uniqueItems: true}", "bccb"],
  ["{type: array, maxItems: 1}", "{type: array, maxItems: 1, uniqueItems: true}", "cccc"],
  ["{type: array, prefixItems: [{type: string}, {type: integer}], items: false}", "{type: array, prefixItems: [{type: string}], items: false}", "bccb"],
  ["{type: array, prefixItems: [{type: string}], items: {type: string}}", "{type: array, items: {type: string}}", "cccc"],
  ["{type: array, prefixItems: [{type: string}]}", "{type: array, prefixItems: [{type: integer}]}", "bbbb"],
  ["{type: array, contains: {type: string}}", "{type: array}", "crrc"],
  ["{type: array, contains: {type: string}, minContains: 0}", "{type: array}", "cccc"],
  ["{type: array, contains: {type: string}, minContains: 2}", "{type: array, contains: {type: string}}", "crrc"],
  ["{type: array, contains: {type: string}, maxContains: 2}", "{type: array, contains: {type: string}}", "crrc"],
  ["{type: array, maxItems: 0}", "{type: array, maxItems: 0, contains: {type: string}}", "rccr"],
  ["{allOf: [{type: array, contains: {const: a}}, {contains: {const: b}}]}", "{type: array, contains: {const: a}}", "crrc"],
]));

describe("objects", () => check([
  ["{type: object, properties: {a: {type: string}}}", "{type: object, properties: {a: {type: string}, b: {type: string}}}", "ccrr"],
  ["{type: object, properties: {a: {}}}", "{type: object, required: [a], properties: {a: {}}}", "bccb"],
  ["{type: object, properties: {a: {}}}", "{type: object, required: [b], properties: {a: {}, b: {default: 1}}}", "bcrb"],
  ["{type: object, properties: {a: {type: object, properties: {b: {type: string}}}}}", "{type: object, properties: {a: {type: object, properties: {b: {type: integer}}}}}", "bbbb"],
  ["{type: object, additionalProperties: {type: string}}", "{type: object, patternProperties: {'.*': {type: string}}, additionalProperties: false}", "cccc"],
  ["{type: object}", "{type: object, additionalProperties: true}", "cccc"],
  ["{type: object, properties: {a: {}}}", "{type: object, properties: {a: {}}, additionalProperties: false}", "bccr"],
  ["{type: object, properties: {a: {}, b: {}}, additionalProperties: false}", "{type: object, properties: {a: {}}, additionalProperties: false}", "brcc"],
  ["{type: object, additionalProperties: {type: string}}", "{type: object, additionalProperties: {type: integer}}", "bbbb"],
  ["{type: object, additionalProperties: {type: string}}", "{type: object}", "cbbc"],
  ["{type: object, additionalProperties: {type: string}}", "{type: object, additionalProperties: {type: string}, properties: {a: {type: string}}}", "cccc"],
  ["{type: object, patternProperties: {'^x': {type: string}}}", "{type: object, patternProperties: {'^x': {type: integer}}}", "bbbb"],
  ["{type: object, patternProperties: {'^x': {type: string}}, additionalProperties: false}", "{type: object, patternProperties: {'^x': {type: string}}}", "crbc"],
  ["{type: object, patternProperties: {'^x': {type: string}}, additionalProperties: false}", "{type: object, additionalProperties: false}", "bccb"],
  ["{type: object, properties: {ab: {type: string}}, additionalProperties: false}", "{type: object, properties: {ab: {type: string}}, patternProperties: {'^a': {maxLength: 2}}, additionalProperties: false}", "bbbb"],
  ["{type: object, patternProperties: {'^a': {type: string}}, additionalProperties: false}", "{type: object, patternProperties: {'^a': {type: string}, 'b$': {maxLength: 2}}, additionalProperties: false}", "rbbr"],
  ["{type: object, properties: {a: {}}, additionalProperties: false}", "{type: object, properties: {a: {}}, additionalProperties: false, propertyNames: {maxLength: 1}}", "cccc"],
  ["{type: object, properties: {ab: {}}, additionalProperties: false}", "{type: object, properties: {ab: {}}, additionalProperties: false, propertyNames: {maxLength: 1}}", "bccr"],
  ["{allOf: [{type: object, dependentRequired: {a: [b]}}, {dependentRequired: {a: [c]}}]}", "{type: object, dependentRequired: {a: [c]}}", "cbbc"],
  ["{type: object, properties: {a: {}, b: {}}}", "{type: object, properties: {a: {}, b: {}}, dependentSchemas: {a: {required: [b]}}}", "rccr"],
  ["{type: object, minProperties: 1}", "{type: object, minProperties: 2}", "bccb"],
  ["{type: object, required: [a], properties: {a: {}}, minProperties: 1}", "{type: object, required: [a], properties: {a: {}}}", "cccc"],
  ["{type: object, propertyNames: {pattern: '^a'}}", "{type: object}", "crbc"],
  ["{type: object, properties: {a: {}, b: {}}}", "{type: object, properties: {a: {}, b: {}}, dependentRequired: {a: [b]}}", "bccb"],
  ["{type: object, properties: {a: {type: string}}}", "{type: object, properties: {a: {type: string, readOnly: true}}}", "bccc"],
  ["{type: object, properties: {a: {type: string}}}", "{type: object, properties: {a: {type: string, writeOnly: true}}}", "cbcc"],
  ["{type: object, required: [a], properties: {a: {type: string, readOnly: true}}}", "{type: object, properties: {a: {type: string, readOnly: true}}}", "cbcc"],
  ["{type: object, required: [a], properties: {a: {type: string, writeOnly: true}}}", "{type: object, properties: {a: {type: string, writeOnly: true}}}", "ccbc"],
  ["{type: object, properties: {a: {type: string, readOnly: true}}}", "{type: object}", "crcc"],
  ["{type: object, properties: {a: {type: string, writeOnly: true}}}", "{type: object}", "rccc"],
  ["{type: object, properties: {a: {type: string}}}", "{type: object, properties: {a: {type: string, deprecated: true}}}", "cccc"],
  ["{type: object, properties: {a: {type: string, default: x}}}", "{type: object, properties: {a: {type: string, default: y}}}", "rcrc"],
]));

describe("alternatives", () => check([
  ["{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}", "{oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/A'}]}", "cccc"],
  ["{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}", "{oneOf: [{$ref: '#/components/schemas/A'}]}", "bccb"],
  ["{$ref: '#/components/schemas/A'}", "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}", "cbbc"],
  ["{anyOf: [{type: string}, {type: integer}]}", "{type: [string, integer]}", "cccc"],
  ["{oneOf: [{type: string}, {type: integer}]}", "{anyOf: [{type: integer}, {type: string}]}", "cccc"],
  ["{oneOf: [{type: string, maxLength: 5}, {type: integer}]}", "{oneOf: [{type: integer}, {type: string, maxLength: 9}]}", "cbbc"],
  ["{anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}", "{$ref: '#/components/schemas/A'}", "bccb"],
  ["{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}", "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/C'}]}", "bbbb"],
  ["{oneOf: [{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}, {$ref: '#/components/schemas/C'}]}", "{oneOf: [{$ref: '#/components/schemas/C'}, {$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/A'}]}", "cccc"],
  ["{allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}", "{type: object, properties: {a: {type: string}, b: {type: string}}}", "cccc"],
  ["{allOf: [{$ref: '#/components/schemas/A'}]}", "{$ref: '#/components/schemas/A'}", "cccc"],
  ["{allOf: [{type: object, properties: {a: {}}}, {required: [a]}]}", "{type: object, properties: {a: {}}}", "cbbc"],
  ["{not: {type: string}}", "{}", "crrc"],
  ["{if: {required: [a]}, then: {required: [b]}}", "{if: {required: [a]}, then: {required: [c]}}", "rrrr"],
  ["{type: string, not: {const: a}}", "{type: string, not: {type: integer}}", "crrc"],
  ["{type: object, properties: {a: {type: string}}, if: {properties: {a: {const: x}}}, then: {required: [a]}}", "{type: object, properties: {a: {type: string}}, if: {properties: {a: {enum: [x, y]}}}, then: {required: [a]}}", "rrrr"],
  ["{type: object, properties: {a: {}, d: {type: number}}, if: {required: [a]}, then: {properties: {d: {maximum: 1}}}}", "{type: object, properties: {a: {}, d: {type: number}}, if: {required: [a]}, then: {}}", "crrc"],
  ["{if: {required: [a]}, then: {required: [b]}}", "{then: {required: [b]}, if: {required: [a]}}", "cccc"],
  ["{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: k}}", "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: l}}", "bbbb"],
  ["{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: k, mapping: {b: B}}}", "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: k}}", "bccb"],
  ["{oneOf: [{$ref: '#/components/schemas/A'}], discriminator: {propertyName: k}}", "{oneOf: [{$ref: '#/components/schemas/A'}], discriminator: {propertyName: k, mapping: {A: '#/components/schemas/A'}}}", "cccc"],
  ["{anyOf: [{anyOf: [{type: number, not: {const: 2}}]}, {anyOf: [{type: string}, {type: array}]}]}", "{anyOf: [{anyOf: [{type: number, not: {const: 2}}]}, {anyOf: [{type: string}, {type: object, required: [a]}, {type: object, required: [b]}, {type: array}]}]}", "cbbc"],
  ["{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: k, mapping: {a: '#/components/schemas/A', b: '#/components/schemas/B'}}}", "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: k, mapping: {a: '#/components/schemas/B', b: '#/components/schemas/A'}}}", "bbbb"],
]));

describe("as OpenAPI 3.0 writes it", () => check([
  ["{type: string}", "{type: string, nullable: true}", "cbbc"],
  ["{type: number, minimum: 0}", "{type: number, minimum: 0, exclusiveMinimum: true}", "bccb"],
  ["{type: string, nullable: true, enum: [a, null]}", "{type: string, nullable: true, enum: [a]}", "cccc"],
  ["{type: string, format: binary}", "{type: string}", "cccc"],
  ["{$ref: '#/components/schemas/A'}", "{$ref: '#/components/schemas/A', nullable: true}", "cccc"],
], "3.0.3"));
