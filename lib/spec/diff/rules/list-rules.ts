import type { Direction, Level } from "../change.ts";
import { documentRules } from "./document-rules.ts";
import type { Rule } from "./rule.ts";
import type { SchemaKind } from "./schema-rules.ts";
import { isSaid, schemaReason, schemaRule, schemaRules } from "./schema-rules.ts";

/** A rule as people see it: in the documentation, in settings, in SARIF. */
export type ChangeRule = {
  id: string;
  level: Level;
  /** `null` where the rule is about both, or about neither. */
  direction: Direction | null;
  /** One sentence: why it has this level. */
  reason: string;
  instead: string | null;
  /** Risky because it cannot be decided, and not because some clients are known to fail. */
  undecided: boolean;
};

let listed: ReadonlyMap<string, ChangeRule> | null = null;

/** Every rule that a change may name, those on operations first. */
export function listRules(): ChangeRule[] {
  return [...rulesById().values()];
}

export function findRule(id: string): ChangeRule | undefined {
  return rulesById().get(id);
}

function rulesById(): ReadonlyMap<string, ChangeRule> {
  return (listed ??= new Map([...fromDocuments(), ...fromSchemas()].map((rule) => [rule.id, rule])));
}

function fromDocuments(): ChangeRule[] {
  return Object.entries<Rule>(documentRules).map(([id, { level, reason, instead, undecided }]) => ({ id, level, direction: null, reason, instead: instead ?? null, undecided: undecided ?? false }));
}

function fromSchemas(): ChangeRule[] {
  const sides = (["request", "response"] as const).flatMap((direction) => [false, true].map((relief) => ({ direction, relief })));
  return (Object.keys(schemaRules) as SchemaKind[]).flatMap((kind) => sides.filter(({ direction, relief }) => isSaid(kind, direction, relief)).map(({ direction, relief }) => ({
    ...schemaRule(kind, direction, relief), direction, ...schemaReason(kind, direction, relief),
  })));
}
