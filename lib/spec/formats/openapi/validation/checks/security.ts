import { childOf, isObject, membersOf } from "../../../../values.ts";
import type { Visited } from "../walk.ts";

/** A requirement names declared schemes (OpenAPI, Security Requirement Object); from 3.2 on it may be an address instead. */
export function knownSchemes(holder: "components" | "root", addresses = false): (visited: Visited) => void {
  return ({ value, at, walk }) => {
    const root = { file: walk.doc.root, pointer: "", value: walk.doc.tree() };
    const components = holder === "root" ? root : walk.doc.follow(childOf(root, "components"));
    const schemes = components && walk.doc.follow(childOf(components, holder === "root" ? "securityDefinitions" : "securitySchemes"));
    const known = new Set(schemes && isObject(schemes.value) ? membersOf(schemes).map(([name]) => name) : []);
    for (const name of Object.keys(value)) {
      if (known.has(name) || (addresses && /[/#:.]/.test(name))) continue;
      const where = holder === "root" ? "securityDefinitions" : "components.securitySchemes";
      walk.error("unknown-security-scheme", `The security scheme \`${name}\` is not declared.`, at, name, `Add it to \`${where}\`.`);
    }
  };
}
