import type { Parameter } from "#lib/spec/normalized-spec.ts";
import { buildSchemaTree } from "#lib/spec/outline/build-schema-tree.ts";
import type { SchemaNode } from "#lib/spec/outline/schema-node.ts";
import { SchemaRow } from "#components/schema/schema-tree.tsx";
import type { TreePlace } from "#components/schema/tree-place.ts";
import { styleWords } from "#lib/spec/outline/style-words.ts";
import type { OperationView } from "./operation-view.ts";

/** Parameters or headers, in the look of properties, for that is what they are. */
export function ParameterRows({ parameters, id, view, operation = null }: { parameters: Parameter[]; id: string; view: Pick<OperationView, "place" | "schemas">; /** Key of the operation they belong to. */ operation?: string | null }) {
  const place = (name: string): TreePlace => ({ id, page: view.place, root: operation === null ? null : { operation, place: id, name }, direction: null, openDepth: 0 });
  return (
    <ul className="s-tree border-t border-line">
      {parameters.map((parameter) => (
        <SchemaRow key={`${parameter.in} ${parameter.name}`} node={nodeOf(parameter, view)} place={place(parameter.name)} depth={1} />
      ))}
    </ul>
  );
}

function nodeOf(parameter: Parameter, { schemas }: Pick<OperationView, "schemas">): SchemaNode {
  const media = parameter.content?.[0];
  const node = buildSchemaTree(parameter.schema ?? media?.schema ?? true, schemas, { limits: { nodesMax: 60, depthMax: 4 }, path: parameter.name });
  const example = parameter.examples.find((candidate) => candidate.value !== undefined)?.value;
  return {
    ...node,
    name: parameter.name,
    kind: "property",
    required: parameter.required || parameter.in === "path",
    deprecated: parameter.deprecated || node.deprecated,
    description: parameter.description ?? node.description,
    constraints: [...(media === undefined ? [] : [`as ${media.mediaType}`]), ...styleWords(parameter), ...node.constraints],
    example: example === undefined || example === null ? node.example : typeof example === "string" ? example : JSON.stringify(example),
  };
}
