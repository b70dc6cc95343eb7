import type { Schema } from "#lib/spec/normalized-spec.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Markdown } from "#components/ui/markdown.tsx";
import { Static } from "#components/static/static.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { PagePlace } from "../operation/operation-view.ts";
import { goneFieldUrl } from "#lib/catalog/urls/entity-url.ts";
import { exampleValue } from "#lib/spec/examples/example-value.ts";
import type { SchemaUse } from "#lib/catalog/parts/list-schema-uses.ts";
import { SchemaUses } from "./schema-uses.tsx";
import { SchemaTree } from "./schema-tree.tsx";
import type { SchemaMap } from "#lib/spec/outline/schema-values.ts";

/** One schema: what it is for, its properties, and an example beside them. */
export function SchemaPage({ schema, schemas, place, uses }: { schema: Schema; schemas: SchemaMap; place: PagePlace; uses: SchemaUse[] }) {
  // What stands in the heading need not be said again by the tree.
  const json = typeof schema.json === "boolean" ? schema.json : Object.fromEntries(Object.entries(schema.json).filter(([key]) => key !== "description"));
  const example = exampleValue(schema.json, schemas);
  const written = JSON.stringify(schema.json, null, 2);
  return (
    <div className="grid min-w-0 grid-cols-1 gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_minmax(320px,400px)]">
      <article className="min-w-0" data-gone-field={goneFieldUrl({ ...place, kind: "schema", id: schema.id })}>
        {schema.deprecated ? (
          <Notice level="warning" className="mb-2">
            Deprecated. Look for a replacement before you build on it.
          </Notice>
        ) : null}
        <h1 className="text-xl font-semibold tracking-tight [overflow-wrap:anywhere]">{schema.name}</h1>
        <p className="mt-1 flex min-w-0 items-center gap-1 text-xs text-faint">
          <code className="[overflow-wrap:anywhere]">{schema.id}</code>
          <CopyButton text={schema.id} label="Copy reference" className="size-6" />
        </p>
        {schema.title && schema.title !== schema.name ? <p className="mt-2 font-medium">{schema.title}</p> : null}
        {schema.description ? <Markdown text={schema.description} className="mt-2" /> : null}
        <div className="mt-6">
          <Static>
            <SchemaTree schema={json} schemas={withSelf(schema, json, schemas)} limits={{ nodesMax: 200, depthMax: 6 }} place={{ id: "schema", page: place, root: { schema: schema.id }, direction: null, openDepth: 1 }} />
            <SchemaUses uses={uses} place={place} />
          </Static>
        </div>
      </article>
      <Static className="min-w-0">
        <aside id="examples" aria-label="Examples" className="flex min-w-0 flex-col gap-4 [&>*]:shrink-0 xl:sticky xl:top-16 xl:max-h-[calc(100vh-5rem)] xl:overflow-y-auto">
        <CodeBlock isStatic title="Example" language="json" code={JSON.stringify(example, null, 2)} />
        <details>
          <summary className="s-more">As written in the document</summary>
          <CodeBlock isStatic className="mt-2" title={schema.file} language={written.length > colouredCharsMax ? null : "json"} code={written.length > shownCharsMax ? `${written.slice(0, shownCharsMax)}\n…` : written} />
        </details>
        </aside>
      </Static>
    </div>
  );
}

// Colours cost an element for each word.
const colouredCharsMax = 12_000;
const shownCharsMax = 60_000;

/** So that a schema that contains itself is seen to. */
function withSelf(schema: Schema, json: Schema["json"], schemas: SchemaMap): SchemaMap {
  return new Map([...schemas, [schema.id, { ...schema, json }]]);
}
