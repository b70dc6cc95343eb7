import type { Ctx } from "#lib/auth/context.ts";
import { openContents } from "../../contents/open-contents.ts";
import { findVersion, type VersionAddress } from "../../versions/find-version.ts";
import { decodeOperationKey } from "../../urls/operation-url.ts";
import { findMoved } from "../find-moved.ts";
import type { PartKind } from "../../urls/part-url.ts";
import { type PartEntry, partKinds } from "../part-kinds.ts";
import { findLastSeen, type LastSeen } from "./find-last-seen.ts";
import { nearestNames } from "./nearest-names.ts";

/** What there is to say of a part that a version lacks. */
export type GonePart = {
  kind: PartKind;
  name: string;
  slug: string;
  /** The version that was asked. */
  version: { line: string; sequence: number; label: string; isCurrent: boolean };
  last: LastSeen<PartEntry> | null;
  /** What an operation became, where that was declared. Not of the version that was asked: there its page stands in. */
  movedTo: LastSeen<PartEntry> | null;
  /** The parts of the asked version whose names are most like it. */
  near: PartEntry[];
};

const nearMax = 6;

/**
 * Where a part was that a version does not have, and what is like it. `id` is the segment of its address.
 * What the reader may not see was never there. @throws NotFoundError where the version is not to be found; `null` where the version has the part.
 */
export async function findGonePart({ ctx, input }: { ctx: Ctx; input: VersionAddress & { kind: PartKind; id: string } }): Promise<GonePart | null> {
  const place = await findVersion(ctx, input);
  const { subject, line, version } = place;
  const contents = await openContents(ctx, subject, version);
  const { find, list, nameOf } = partKinds[input.kind];
  if (await find(contents, input.id)) return null;
  const lastOf = (id: string) => findLastSeen(ctx, place, { names: [namesOf(input.kind, id)], operation: input.kind === "operation" ? decodeOperationKey(id).key : null, find: (older) => find(older, id) });
  const [last, movedTo, entries] = [await lastOf(input.id), input.kind === "operation" ? await findMoved(ctx, line.id, input.id, lastOf) : null, await list(contents)];
  const name = last?.found.name ?? nameOf(input.id);
  return {
    kind: input.kind,
    name,
    slug: subject.slug,
    version: { line: line.name, sequence: version.sequence, label: version.label, isCurrent: line.currentVersionId === version.id },
    last,
    movedTo,
    near: nearestNames(name, entries, nearMax),
  };
}

/** How its document must name it. */
function namesOf(kind: PartKind, id: string): string {
  const name = partKinds[kind].nameOf(id);
  if (kind === "operation") return name.replace(/^[A-Za-z]+ (?=\S)/, "").replace(/ CALLBACK /, " ").replace(/ [A-Z]+$/, " ");
  return kind === "schema" ? (name.split(/[/#]/).at(-1) ?? "") : name;
}
