import type { MediaType } from "#lib/spec/normalized-spec.ts";
import { schemaUrl } from "#lib/catalog/entity-url.ts";
import type { TreeLimits } from "#components/schema/build-schema-tree.ts";
import { SchemaTree } from "#components/schema/schema-tree.tsx";
import type { OperationView } from "./operation-view.ts";

/** What a body looks like, by media type; types of one schema stand together. */
export function MediaTypes({ content, id, view, empty, limits }: { content: MediaType[]; id: string; view: Pick<OperationView, "place" | "schemas">; empty: string; limits?: TreeLimits }) {
  if (content.length === 0) return <p className="text-sm text-muted">{empty}</p>;
  return groupBySchema(content).map((group, index) => {
    const place = { id: index === 0 ? id : `${id}:${group.mediaTypes[0]}`, schemaHref: (schema: string) => schemaUrl({ ...view.place, id: schema }), openDepth: 1 };
    return (
      <div key={group.mediaTypes[0]} className={index === 0 ? "" : "mt-4"}>
        {group.schema === null ? (
          <>
            <MediaTypeNames group={group} />
            <p className="mt-1 text-sm text-muted">{empty}</p>
          </>
        ) : (
          <SchemaTree schema={group.schema} schemas={view.schemas} place={place} limits={limits} lead={<MediaTypeNames group={group} />} />
        )}
      </div>
    );
  });
}

function MediaTypeNames({ group }: { group: Group }) {
  return (
    <span className="text-xs text-faint">
      {group.mediaTypes.map((mediaType, index) => (
        <code key={mediaType} className="[overflow-wrap:anywhere]">
          {index > 0 ? ", " : ""}
          {mediaType}
        </code>
      ))}
      {group.item ? ", one after the other" : ""}
    </span>
  );
}

type Group = { mediaTypes: string[]; schema: MediaType["schema"]; item: boolean };

function groupBySchema(content: MediaType[]): Group[] {
  const groups = new Map<string, Group>();
  for (const media of content) {
    const schema = media.schema ?? media.itemSchema;
    const key = JSON.stringify(schema);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { mediaTypes: [media.mediaType], schema, item: media.schema === null && media.itemSchema !== null });
    else group.mediaTypes.push(media.mediaType);
  }
  return [...groups.values()];
}
