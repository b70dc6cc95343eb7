import { documentId } from "../documents/base.ts";
import { entityDocument } from "../documents/entity-document.ts";
import type { EntityKind } from "../documents/entity-document.ts";
import { loadEntity } from "../load/load-entity.ts";
import type { IndexContext } from "./index-context.ts";
import { removeDocuments, writeDocuments } from "./write-documents.ts";

/** Makes a service, team or domain findable as it is now, or takes it out. */
export async function indexEntity(context: IndexContext, { kind, id }: { kind: EntityKind; id: number }): Promise<void> {
  const entity = await loadEntity(context.db, kind, id);
  if (entity) await writeDocuments(context, [entityDocument(entity)]);
  else await removeDocuments(context, { ids: [documentId(kind, id)] });
}
