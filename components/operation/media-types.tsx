import type { MediaType } from "#lib/spec/normalized-spec.ts";
import type { TreeLimits } from "#lib/spec/outline/build-schema-tree.ts";
import type { TreePlace } from "#components/schema/tree-place.ts";
import { SchemaTree } from "#components/schema/schema-tree.tsx";
import type { OperationView } from "./operation-view.ts";

/** What a body looks like, by media type; types of one schema stand together. */
export function MediaTypes({ content, id, view, direction, empty, limits }: { content: MediaType[]; id: string; view: Pick<OperationView, "place" | "schemas" | "operation">; direction: TreePlace["direction"]; empty: string; limits?: TreeLimits }) {
  if (content.length === 0) return <p className="text-sm text-muted">{empty}</p>;
  return groupBySchema(content).map((group, index) => {
    const root = { operation: view.operation.key, place: id, media: String(group.index) };
    const place = { id: index === 0 ? id : `${id}:${group.mediaTypes[0]}`, page: view.place, root, direction, openDepth: 1 };
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

type Group = { /** Of the first of its media types. */ index: number; mediaTypes: string[]; schema: MediaType["schema"]; item: boolean };

function groupBySchema(content: MediaType[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [index, media] of content.entries()) {
    const schema = media.schema ?? media.itemSchema;
    const key = JSON.stringify(schema);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { index, mediaTypes: [media.mediaType], schema, item: media.schema === null && media.itemSchema !== null });
    else group.mediaTypes.push(media.mediaType);
  }
  return [...groups.values()];
}
