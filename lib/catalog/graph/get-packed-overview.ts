import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Ctx } from "#lib/auth/context.ts";
import { meshFilters, type Grouping, type MeshFilters } from "./graph-words.ts";
import type { Mesh } from "./mesh/build-mesh.ts";
import { getOverview } from "./get-overview.ts";
import { meshFor } from "./mesh/kept-mesh.ts";

export type PackedOverview = { bytes: Uint8Array; etag: string };

const zip = promisify(gzip);
const kept = new WeakMap<Mesh, Map<string, Promise<PackedOverview>>>();
const variantsMax = 12;

/**
 * The map as compressed JSON, made once for each audience, grouping and choice of filters, until the mesh changes.
 * `etag` follows the contents, so that a browser that has them is told so.
 */
export async function getPackedOverview({ ctx, input }: { ctx: Ctx; input: { grouping: Grouping; filters: MeshFilters } }): Promise<PackedOverview> {
  const mesh = await meshFor(ctx);
  const variants = kept.get(mesh) ?? new Map<string, Promise<PackedOverview>>();
  kept.set(mesh, variants);
  const key = JSON.stringify([input.grouping, ...meshFilters.map((filter) => [...(input.filters[filter] ?? [])].sort())]);
  const packed = variants.get(key) ?? pack(ctx, input);
  variants.delete(key);
  variants.set(key, packed);
  const [oldest] = variants.keys();
  if (variants.size > variantsMax && oldest !== undefined) variants.delete(oldest);
  packed.catch(() => variants.delete(key));
  return packed;
}

async function pack(ctx: Ctx, input: { grouping: Grouping; filters: MeshFilters }): Promise<PackedOverview> {
  const text = JSON.stringify(await getOverview({ ctx, input }));
  return { bytes: await zip(text), etag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"` };
}
