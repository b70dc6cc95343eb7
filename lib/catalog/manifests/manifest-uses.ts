import type { Transaction } from "#db/client.ts";
import type { Manifest } from "#lib/spec/manifest/manifest.ts";
import { resolveReference } from "../dependencies/resolve-references.ts";
import { flowOf, lineOfUse, type Use } from "../dependencies/use.ts";

export type ManifestUseFound = Use & { words: string; operation: string | null; operationKnown: boolean; pointer: string };

/** What a manifest says its service uses, each led to what it names as far as that exists. */
export async function manifestUses(tx: Transaction, serviceId: number, manifest: Manifest, place: { path: string; placeOf: (pointer: string) => { line: number } }): Promise<ManifestUseFound[]> {
  const found: ManifestUseFound[] = [];
  for (const [index, { interface: words, line, uses, reason }] of (manifest.consumes ?? []).entries()) {
    const parts = uses && uses.length > 0 ? uses.map((use, at) => ({ ...use, pointer: `/consumes/${index}/uses/${at}` })) : [{ operation: null, fields: null, pointer: `/consumes/${index}` }];
    for (const { operation, fields, pointer } of parts) {
      const { operationKnown, ...target } = await resolveReference(tx, { words, line: lineOfUse(line), operation });
      found.push({
        fromServiceId: serviceId, fromInterfaceId: null, ...target, line: lineOfUse(line), message: null, flow: flowOf(target.operationKey), reason: reason ?? null,
        detail: { named: { interface: words, operation }, file: place.path, line: place.placeOf(pointer).line, ...(fields && fields.length > 0 ? { fields } : {}) },
        words, operation, operationKnown, pointer,
      });
    }
  }
  return found;
}
