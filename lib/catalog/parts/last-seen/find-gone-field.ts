import type { Ctx } from "#lib/auth/context.ts";
import { openContents } from "../../contents/open-contents.ts";
import { findVersion, type VersionAddress } from "../../versions/find-version.ts";
import type { PartKind } from "../../urls/part-url.ts";
import { type PartEntry, partKinds } from "../part-kinds.ts";
import { findLastSeen, type LastSeen } from "./find-last-seen.ts";
import { hasField } from "./has-field.ts";
import type { GonePart } from "./find-gone-part.ts";

export type GoneField = { kind: PartKind; slug: string; field: string; version: GonePart["version"]; last: LastSeen<PartEntry> | null };

/**
 * Where a field was that a part no longer has. `field`: the address of its line on the part's page, `request.body.items[].sku`.
 * @throws NotFoundError where the version is not to be found; `null` where the version has the field.
 */
export async function findGoneField({ ctx, input }: { ctx: Ctx; input: VersionAddress & { kind: PartKind; id: string; field: string } }): Promise<GoneField | null> {
  const { kind, id, field } = input;
  const place = await findVersion(ctx, input);
  const { subject, line, version } = place;
  if (await hasField(await openContents(ctx, subject, version), kind, id, field)) return null;
  const last = await findLastSeen(ctx, place, {
    names: [lastStep(field)],
    operation: null,
    find: async (older) => ((await hasField(older, kind, id, field)) ? partKinds[kind].find(older, id) : null),
  });
  return { kind, slug: subject.slug, field, version: { line: line.name, sequence: version.sequence, label: version.label, isCurrent: line.currentVersionId === version.id }, last };
}

/** The name by which a document must mention it. */
function lastStep(field: string): string {
  return field.split(/[.[\]{}~]/).filter((step) => step !== "").at(-1) ?? "";
}
