import type { Ctx } from "#lib/auth/context.ts";
import type { MeshFilters } from "../graph-words.ts";
import { filterMesh, type Mesh } from "./build-mesh.ts";
import { checkFilters } from "../check-filters.ts";
import { findFocus, type Focus } from "../walk/find-focus.ts";
import { meshFor } from "./kept-mesh.ts";

/**
 * The reader's mesh, narrowed by filters; what stands in the middle stays, whatever they say.
 * @throws ValidationError for a filter that means nothing, NotFoundError for a middle that is not there or may not be seen
 */
export async function narrowedMesh(ctx: Ctx, filters: MeshFilters = {}, ...middles: string[]): Promise<{ mesh: Mesh; focuses: Focus[] }> {
  const whole = await meshFor(ctx);
  checkFilters(whole, filters);
  const focuses = await Promise.all(middles.map((text) => findFocus(ctx, whole, text)));
  if (!Object.values(filters).some((values) => values?.length)) return { mesh: whole, focuses };
  const own = focuses.filter(({ kind }) => kind !== "team" && kind !== "domain");
  const mesh = filterMesh(whole, filters, { ends: new Set(own.flatMap(({ seeds }) => seeds)), interfaces: new Set(own.flatMap(({ subject }) => subject?.row.id ?? [])) });
  return { mesh, focuses: await Promise.all(middles.map((text) => findFocus(ctx, mesh, text))) };
}
