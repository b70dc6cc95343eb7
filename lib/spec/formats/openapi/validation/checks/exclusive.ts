import type { Visited } from "../walk.ts";

/** Two members of which at most one may be given. */
export function notBoth(one: string, other: string, help = "Keep one of them."): (visited: Visited) => void {
  return ({ value, at, walk }) => {
    if (Object.hasOwn(value, one) && Object.hasOwn(value, other)) walk.error("exclusive-members", `\`${one}\` and \`${other}\` exclude one another.`, at, other, help);
  };
}

/** Members of which at least one must be given. */
export function someOf(names: string[], what: string): (visited: Visited) => void {
  return ({ value, at, walk }) => {
    if (names.some((name) => Object.hasOwn(value, name))) return;
    const list = names.map((name) => `\`${name}\``).join(names.length > 2 ? ", " : " or ");
    walk.error("missing-member", `${what} needs ${names.length > 2 ? `one of ${list}` : list}.`, at);
  };
}
