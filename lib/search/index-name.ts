import { createHmac } from "node:crypto";

/**
 * Name of this installation's index on its search server: `MEILI_INDEX`, or one made of the installation's secret, so that
 * two installations on one server do not meet.
 */
export function indexName({ INTERMESH_SECRET, MEILI_INDEX }: { INTERMESH_SECRET: string; MEILI_INDEX?: string | undefined }): string {
  return MEILI_INDEX || `intermesh-${createHmac("sha256", INTERMESH_SECRET).update("search index").digest("hex").slice(0, 10)}`;
}
