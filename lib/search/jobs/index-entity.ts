import { documentId } from "../documents/base.ts";
import { entityDocument } from "../documents/entity-document.ts";
import type { EntityKind } from "../documents/entity-document.ts";
import { loadEntity } from "../load/load-entity.ts";
import { BothWriter } from "./both-writer.ts";
import type { IndexContext } from "./index-context.ts";
import { endWithholdingEntity, entityWithheldBy } from "./withheld-entities.ts";

/** Makes a service, team or domain findable as it is now, or takes it out. When both engines know, searches need not leave it out any more. */
export async function indexEntity({ db, server }: IndexContext, { kind, id }: { kind: EntityKind; id: number }): Promise<void> {
  const xid = await entityWithheldBy(db, { kind, id });
  const writer = await BothWriter.start(server);
  const entity = await loadEntity(db, kind, id);
  if (entity) await writer.put(db, [entityDocument(entity)]);
  else await writer.remove(db, { ids: [documentId(kind, id)] });
  await writer.finish();
  if (xid !== null) await endWithholdingEntity(db, { kind, id }, xid);
}
