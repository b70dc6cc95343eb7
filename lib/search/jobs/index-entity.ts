import { documentId } from "../documents/base.ts";
import { entityDocument } from "../documents/entity-document.ts";
import type { EntityKind } from "../documents/entity-document.ts";
import { loadEntity } from "../load/load-entity.ts";
import { BothWriter } from "./both-writer.ts";
import type { IndexContext } from "./index-context.ts";

/** Makes a service, team or domain findable as it is now, or takes it out. */
export async function indexEntity({ db, server }: IndexContext, { kind, id }: { kind: EntityKind; id: number }): Promise<void> {
  const writer = await BothWriter.start(server);
  const entity = await loadEntity(db, kind, id);
  if (entity) await writer.put(db, [entityDocument(entity)]);
  else await writer.remove(db, { ids: [documentId(kind, id)] });
  await writer.finish();
}
