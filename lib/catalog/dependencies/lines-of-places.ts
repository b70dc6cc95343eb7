import type { Ctx } from "#lib/auth/context.ts";
import { ServiceError } from "#lib/errors.ts";
import { defaultLimits } from "#lib/spec/limits.ts";
import { LoadedFile } from "#lib/spec/text/loaded-file.ts";
import { readSource } from "../versions/read-source.ts";

export type PlaceInText = { slug: string; line: string; sequence: number; file: string; pointer: string };

const documentsMax = 24;
const bytesMax = 400_000;

export const keyOfPlace = ({ slug, line, sequence, file, pointer }: PlaceInText) => JSON.stringify([slug, line, sequence, file, pointer]);

/**
 * The lines on which parts of documents stand, by `keyOfPlace`, in the text as the reader sees it. None for long texts, what
 * was purged, and beyond some dozens of documents: there the pointer has to do.
 */
export async function linesOfPlaces(ctx: Ctx, places: PlaceInText[]): Promise<Map<string, number>> {
  const lines = new Map<string, number>();
  const documents = [...Map.groupBy(places, (place) => keyOfPlace({ ...place, pointer: "" })).values()].slice(0, documentsMax);
  for (const group of documents) {
    const [{ slug, line, sequence, file }] = group as [PlaceInText, ...PlaceInText[]];
    const source = await readSource({ ctx, input: { slug, line, version: sequence, file } }).catch((error: unknown) => {
      if (error instanceof ServiceError) return null;
      throw error;
    });
    if (!source || source.bytes.length > bytesMax) continue;
    const found = new LoadedFile({ path: source.path, bytes: source.bytes }, defaultLimits).locate(group.map(({ pointer }) => pointer));
    for (const place of group) {
      const at = found.get(place.pointer)?.line;
      if (at !== undefined) lines.set(keyOfPlace(place), at);
    }
  }
  return lines;
}
