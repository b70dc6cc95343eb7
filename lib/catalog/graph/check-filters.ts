import { lifecycles } from "#db/schema/catalog/words.ts";
import { ValidationError } from "#lib/errors.ts";
import { evidenceKinds, meshFilters, type MeshFilter, type MeshFilters } from "./graph-words.ts";
import type { Mesh } from "./mesh/build-mesh.ts";

/** @throws ValidationError for a value that a filter can never have here, with those it can have */
export function checkFilters(mesh: Mesh, filters: MeshFilters): void {
  for (const filter of meshFilters) {
    for (const value of filters[filter] ?? []) {
      const known = knownOf[filter](mesh);
      if (!known.has(value)) throw new ValidationError(`${filter}: "${value}" is ${words[filter]}. ${choices(known)}`, { [filter]: `"${value}" is not known` });
    }
  }
}

const slugs = (groups: Mesh["teams"]) => new Set([...groups.values()].map(({ slug }) => slug));
const knownOf: Record<MeshFilter, (mesh: Mesh) => ReadonlySet<string>> = {
  domain: (mesh) => slugs(mesh.domains),
  team: (mesh) => slugs(mesh.teams),
  format: () => new Set(["openapi", "asyncapi"]),
  evidence: () => new Set(evidenceKinds),
  lifecycle: () => new Set(lifecycles),
  protocol: (mesh) => new Set(["http", ...[...mesh.interfaces.values()].flatMap(({ protocols }) => protocols)]),
};
const words: Record<MeshFilter, string> = { domain: "no domain's slug", team: "no team's slug", format: "no format", evidence: "no kind of evidence", lifecycle: "no lifecycle", protocol: "no protocol that is spoken here" };

function choices(known: ReadonlySet<string>): string {
  if (known.size === 0) return "There is none yet.";
  const some = [...known].sort().slice(0, 12);
  return `It can be ${some.join(", ")}${known.size > some.length ? " and others" : ""}.`;
}
