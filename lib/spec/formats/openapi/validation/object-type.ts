/**
 * What one object of a specification may hold. Members are written in a small language:
 * `string`, `boolean`, `number`, `integer`, `natural`, `positive`, `any`, `uri`, `url` (an absolute one), `email`; `Name` for another object;
 * `[x]` a list, `[x]+` one that is not empty, `[x]!!` one without repetitions; `{x}` a map; `=a,b` one of these words;
 * `x|y` either; and, last, `!` where the member is required.
 */
export type ObjectType = {
  /** As a reader would call it: "the operation". */
  title: string;
  members: Record<string, string>;
  /** May stand behind a `$ref`. */
  reference?: true;
  /** Members by the shape of their name: `^/` for paths. */
  named?: { pattern: RegExp; value: string; expected: string };
  /** Unknown members are allowed (JSON Schema, callbacks). */
  open?: true;
  /** No `x-…` members. */
  closed?: true;
  /** Which type it really is, by one of its members: parameters by `in`, security schemes by `type`. */
  variant?: (value: Record<string, unknown>) => string | null;
  /** What to do about a member that is missing, by its name. */
  missing?: Record<string, string>;
  /** What to do about a member that is misplaced or of the wrong kind, by its name, or `name=value` for one value of it. */
  help?: Record<string, string>;
};

export type ObjectTypes = Record<string, ObjectType>;

export type Kind =
  | { is: "scalar"; name: string }
  | { is: "words"; words: string[] }
  | { is: "object"; type: string }
  | { is: "list"; items: Kind; atLeast: number; distinct: boolean }
  | { is: "map"; values: Kind }
  | { is: "either"; options: Kind[] };

export type Member = { kind: Kind; required: boolean };

const SCALARS = new Set(["string", "boolean", "number", "integer", "natural", "positive", "any", "uri", "url", "email"]);
const parsed = new Map<string, Member>();

/** Reads the notation above; each spelling is read once. */
export function memberOf(written: string): Member {
  let member = parsed.get(written);
  if (!member) {
    const required = written.endsWith("!") && !written.endsWith("!!") || written.endsWith("!!!");
    parsed.set(written, (member = { kind: kindOf(required ? written.slice(0, -1) : written), required }));
  }
  return member;
}

function kindOf(written: string): Kind {
  const options = splitTop(written);
  if (options.length > 1) return { is: "either", options: options.map(kindOf) };
  if (written.startsWith("=")) return { is: "words", words: written.slice(1).split(",") };
  if (written.startsWith("[")) {
    const end = written.lastIndexOf("]");
    const flags = written.slice(end + 1);
    return { is: "list", items: kindOf(written.slice(1, end)), atLeast: flags.includes("+") ? 1 : 0, distinct: flags.includes("!!") };
  }
  if (written.startsWith("{")) return { is: "map", values: kindOf(written.slice(1, -1)) };
  return SCALARS.has(written) ? { is: "scalar", name: written } : { is: "object", type: written };
}

function splitTop(written: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < written.length; at++) {
    const char = written[at];
    if (char === "[" || char === "{") depth++;
    else if (char === "]" || char === "}") depth--;
    else if (char === "|" && depth === 0) {
      parts.push(written.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, written.slice(start)];
}
