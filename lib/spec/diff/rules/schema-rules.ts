import type { Level } from "../change.ts";

/**
 * What one schema may demand that another does not. `request`: the level where a revision demands it of what it accepts;
 * `response`: where a revision no longer keeps to it in what it emits. The other way round nobody fails, unless
 * `requestRelief` or `responseRelief` says so.
 */
type SchemaRule = { what: string; request: Level; response: Level; requestRelief?: Level; responseRelief?: Level; ids?: Partial<Record<"request" | "response" | "requestRelief" | "responseRelief", string>>; reason: Reasons; instead?: string | { request: string; response: string }; undecided?: true };
/** Why each side has its level. Of a relief that is not named here nobody suffers, and it says so in general words. */
type Reasons = { request: string; response: string; requestRelief?: string; responseRelief?: string };

const refused = "Values that clients send today are refused.";
const surprising = "Clients get values that were ruled out so far.";
const more = "Clients ignore properties that they do not know.";
const optional = "Nobody has to send it.";
const sunset = "Its announced sunset date has passed.";
const both = { request: refused, response: surprising };
const limit = (what: string) => ({ what, request: "breaking", response: "breaking", reason: both, instead: "Keep the limit, or offer a second property with the new one." }) as const satisfies SchemaRule;
const undecided = (what: string) => ({ what, request: "risky", response: "risky", reason: { request: "Whether values of today are refused cannot be decided.", response: "Whether values come that were ruled out so far cannot be decided." }, instead: "Compare the two by hand, or leave it as it is.", undecided: true }) as const satisfies SchemaRule;

/** Rules on schemas, by what is compared. */
export const schemaRules = {
  type: { what: "type", request: "breaking", response: "breaking", reason: both, instead: "Add a second property of the new type." },
  nullable: { what: "null", request: "breaking", response: "breaking", reason: { request: "Clients that send null are refused.", response: "Clients get null where a value always came." }, instead: { request: "Go on accepting null.", response: "Leave the property out instead of sending null." } },
  enum: { what: "values", request: "breaking", response: "risky", reason: { request: refused, response: "Clients that treat the list as complete stumble over new values." }, instead: { request: "Keep accepting the old values.", response: "Announce new values before they come." } },
  "enum-list": { what: "list of values", request: "breaking", response: "risky", reason: { request: refused, response: "Clients that treat the list as complete stumble over other values." }, instead: { request: "Announce the list first.", response: "Go on emitting values of the list only, or announce others first." } },
  minimum: limit("minimum"), maximum: limit("maximum"), "multiple-of": limit("`multipleOf`"),
  "min-length": limit("minimum length"), "max-length": limit("maximum length"),
  "min-items": limit("minimum number of items"), "max-items": limit("maximum number of items"),
  "min-properties": limit("minimum number of properties"), "max-properties": limit("maximum number of properties"),
  "unique-items": { what: "uniqueness of items", request: "breaking", response: "breaking", reason: { request: "Lists with an item twice are refused.", response: "Clients get lists with an item twice." }, instead: "Leave it as it was." },
  pattern: { what: "pattern", request: "breaking", response: "risky", reason: both, instead: "Keep the pattern." },
  "pattern-other": undecided("pattern"),
  format: { what: "format", request: "breaking", response: "breaking", reason: both, instead: "Keep the format, or add a second property." },
  "format-unknown": undecided("format"),
  "format-widened": { what: "format", request: "risky", response: "info", reason: { request: "Every value of the old format is one of the new, but generated code and validators may hold on to the old one.", response: "Every value is one that clients know." } },
  "content-encoding": { what: "encoding of the content", request: "breaking", response: "breaking", reason: both, instead: "Keep the encoding." },
  items: { what: "items", request: "breaking", response: "breaking", reason: both, instead: "Add a second property for the other items." },
  contains: undecided("`contains`"),
  property: {
    what: "property", request: "risky", response: "info", requestRelief: "info", responseRelief: "risky",
    ids: { request: "request-property-removed", requestRelief: "request-property-added", response: "response-property-added", responseRelief: "response-property-removed" },
    reason: { request: "What clients send there is ignored, or refused where unknown properties are not accepted.", requestRelief: optional, response: more, responseRelief: "Clients that read it find it no longer, although it was never certain to come." }, instead: "Deprecate it first.",
  },
  "property-of-part": {
    what: "property", request: "breaking", response: "info", requestRelief: "info", responseRelief: "breaking",
    ids: { request: "request-all-of-part-removed", requestRelief: "request-all-of-part-added", response: "response-all-of-part-added", responseRelief: "response-all-of-part-removed" },
    reason: { request: "A whole building block of what is accepted is gone, and with it every field of it that clients send.", requestRelief: optional, response: more, responseRelief: "A whole building block of what is emitted is gone, and with it every field of it that clients read." }, instead: "Keep the part and deprecate its properties first.",
  },
  "property-past-sunset": {
    what: "property", request: "info", response: "info",
    ids: { request: "request-property-removed-after-sunset", responseRelief: "response-property-removed-after-sunset" },
    reason: { request: sunset, response: sunset, responseRelief: sunset },
  },
  "property-refused": { what: "property", request: "breaking", response: "info", ids: { request: "request-property-refused" }, reason: { request: "The property is no longer accepted, and unknown ones are refused.", requestRelief: optional, response: more }, instead: "Go on accepting it." },
  required: {
    what: "required property", request: "breaking", response: "breaking",
    ids: { request: "request-property-became-required", requestRelief: "request-property-became-optional", response: "response-property-became-optional", responseRelief: "response-property-became-required" },
    reason: { request: "Clients that leave it out are refused.", requestRelief: "Clients may go on sending it.", response: "Clients rely on a property that always came.", responseRelief: "Clients may rely on it from now on." }, instead: "Leave it as it was.",
  },
  "required-missing": {
    what: "required property", request: "breaking", response: "breaking",
    ids: { request: "request-required-property-added", requestRelief: "request-required-property-removed", response: "response-required-property-removed", responseRelief: "response-required-property-added" },
    reason: { request: "No client sends it yet; a default does not help those whose values are checked before.", requestRelief: "Clients need not send it any more.", response: "Clients rely on a property that always came.", responseRelief: more }, instead: { request: "Make the new property optional.", response: "Deprecate it and go on sending it." },
  },
  "read-only": { what: "read-only", request: "breaking", response: "info", reason: { request: "Clients that send the property are refused or ignored.", requestRelief: optional, response: "" }, instead: "Go on accepting it." },
  "write-only": { what: "write-only", request: "info", response: "info", responseRelief: "breaking", reason: { request: "", response: more, responseRelief: "Clients that read the property find it no longer." }, instead: "Keep sending it." },
  "write-only-required": { what: "write-only", request: "info", response: "breaking", ids: { response: "response-write-only-widened-required" }, reason: { request: "", response: "What was never to come, often a secret, now always comes: clients that keep or pass on their answers disclose it." }, instead: "Leave it write-only." },
  additional: { what: "additional properties", request: "breaking", response: "risky", reason: { request: "Clients that send other properties, or others of this kind, are refused.", response: "Clients get properties that were ruled out so far." }, instead: { request: "Go on accepting other properties.", response: "Name the properties that will come." } },
  "additional-values": { what: "additional properties", request: "breaking", response: "breaking", reason: both, instead: "Add a second map for the other values." },
  "property-names": { what: "names of properties", request: "breaking", response: "risky", reason: both, instead: "Keep the names that are in use." },
  "dependent-required": { what: "properties that need others", request: "breaking", response: "breaking", reason: both, instead: "Treat the absence of the other properties as before." },
  alternative: { what: "alternative", request: "breaking", response: "breaking", reason: { request: "Clients that send this alternative are refused.", response: "Clients get an alternative that they do not know." }, instead: { request: "Keep the old alternatives.", response: "Announce new alternatives before they come." } },
  discriminator: { what: "discriminator", request: "breaking", response: "breaking", requestRelief: "info", responseRelief: "info", reason: { request: "Alternatives are told apart by another property or value.", response: "Alternatives are told apart by another property or value." }, instead: "Keep the discriminator." },
  "too-complex": {
    what: "alternatives", request: "risky", response: "risky", undecided: true, ids: { request: "request-schema-too-complex", response: "response-schema-too-complex" },
    reason: { request: "Its alternatives within alternatives multiply beyond what can be compared.", response: "Its alternatives within alternatives multiply beyond what can be compared." }, instead: "Compare the two by hand.",
  },
  endless: {
    what: "recursion", request: "risky", response: "info", responseRelief: "risky", undecided: true,
    ids: { request: "request-schema-endless", responseRelief: "response-schema-endless" },
    reason: { request: "The schema refers back to itself on the same value, which JSON Schema leaves undefined (2020-12 Core, 9.4.1).", response: "", responseRelief: "The schema refers back to itself on the same value, which JSON Schema leaves undefined (2020-12 Core, 9.4.1)." }, instead: "Let the alternatives refer to a common part that does not list them.",
  },
  not: undecided("`not`"),
  condition: undecided("condition (`if`, `then`, `else`)"),
  default: { what: "default", request: "risky", response: "info", reason: { request: "Clients that leave it out get another result.", response: "The value comes anyway." }, instead: "Keep the default." },
  deprecated: { what: "deprecated", request: "info", response: "info", reason: { request: "It still works.", response: "It still comes." } },
} as const satisfies Record<string, SchemaRule>;

export type SchemaKind = keyof typeof schemaRules;

/** Id and level of a finding of one kind; `relief` where it is the base that demands it, and no longer the revision. */
export function schemaRule(kind: SchemaKind, direction: "request" | "response", relief: boolean): { id: string; level: Level } {
  const rule: SchemaRule = schemaRules[kind];
  const side = relief ? (`${direction}Relief` as const) : direction;
  const verb = (direction === "request") === relief ? "widened" : "narrowed";
  return { id: rule.ids?.[side] ?? `${direction}-${kind}-${verb}`, level: rule[side] ?? "info" };
}

/** Why the rule has its level and what to do instead; nobody suffers from what is only `info`. */
export function schemaReason(kind: SchemaKind, direction: "request" | "response", relief: boolean): { reason: string; instead: string | null; undecided: boolean } {
  const rule: SchemaRule = schemaRules[kind];
  const { level } = schemaRule(kind, direction, relief);
  const side = relief ? (`${direction}Relief` as const) : direction;
  const reason = rule.reason[side] || (direction === "request" ? accepted : within);
  if (level === "info") return { reason, instead: null, undecided: false };
  const instead = typeof rule.instead === "object" ? rule.instead[direction] : (rule.instead ?? null);
  return { reason, instead, undecided: rule.undecided === true };
}

/** Whether a side of a kind is ever told: where all is compared in one direction only, the other is not. */
export function isSaid(kind: SchemaKind, direction: "request" | "response", relief: boolean): boolean {
  const oneWay: Partial<Record<SchemaKind, string[]>> = {
    "too-complex": ["request", "response"], endless: ["request", "responseRelief"], "property-past-sunset": ["request", "responseRelief"], "format-widened": ["request", "response"], default: ["request", "response"], deprecated: ["request", "response"],
    "read-only": ["request", "requestRelief"], "write-only": ["response", "responseRelief"], "write-only-required": ["response"],
  };
  const side = relief ? (`${direction}Relief` as const) : direction;
  return oneWay[kind]?.includes(side) ?? true;
}

const accepted = "Whatever clients send today is still accepted.";
const within = "Whatever clients get now they could get before.";
