import type { MediaType } from "../../normalized-spec.ts";
import type { Place } from "../../text/resolution.ts";
import { joinPointer } from "../../text/json-pointer.ts";
import type { DocumentRule } from "../rules/document-rules.ts";
import type { DiffRun } from "../run.ts";
import { canonical } from "../schemas/canonical.ts";
import type { SchemaUse } from "./schema-changes.ts";
import { compareSchemas } from "./schema-changes.ts";

export type HeldContent = { content: MediaType[]; place: Place };

/** Media types, by name or by the range that holds them, and their schemas. */
export function compareContent(run: DiffRun, base: HeldContent, revision: HeldContent, use: SchemaUse, rules: { removed: DocumentRule; added: DocumentRule | null }): void {
  const about = { operation: use.operation, direction: use.direction };
  const matched = new Set<MediaType>();
  for (const media of base.content) {
    const now = findMedia(media, revision.content) ?? findWithin(media, revision.content);
    if (!now || (use.direction === "request" && isWider(media, now))) {
      run.add(rules.removed, `The media type \`${media.mediaType}\` was ${now ? `narrowed to \`${now.mediaType}\`` : "removed"}.`, { ...about, base: mediaPlace(base, media), revision: revision.place, everyone: base.content.length === 1 });
      if (!now) continue;
    }
    matched.add(now);
    // `*/*` is what documents and converters write where nobody said anything.
    if (use.direction === "response" && isWider(now, media) && now.mediaType !== "*/*" && rules.added !== null) {
      run.add("response-media-type-generalized", `Instead of \`${media.mediaType}\` anything of \`${now.mediaType}\` may come.`, { ...about, base: mediaPlace(base, media), revision: mediaPlace(revision, now) });
    }
    compareMedia(run, base, media, revision, now, use);
  }
  for (const media of revision.content) {
    if (matched.has(media)) continue;
    // One that is named beside its range was what the range said so far; a range without a word said nothing.
    const range = findMedia(media, base.content);
    if (range?.schema && isWider(range, media)) compareMedia(run, base, range, revision, media, use);
    if (rules.added === null || range || findWithin(media, base.content)) continue;
    run.add(rules.added, `The media type \`${media.mediaType}\` was added.`, { ...about, base: base.place, revision: mediaPlace(revision, media) });
  }
}

function compareMedia(run: DiffRun, base: HeldContent, media: MediaType, revision: HeldContent, now: MediaType, use: SchemaUse): void {
  const wire = use.wire === "text" || isText(media.mediaType) ? "text" : "typed";
  const held = (holder: HeldContent, of: MediaType, name: "schema" | "itemSchema") => {
    const { file, pointer } = mediaPlace(holder, of);
    return { file, pointer: `${pointer}/${name}`, schema: of[name] ?? true };
  };
  // A sequence described as a whole, and by its items (OpenAPI 3.2, Media Type Object, "Sequential Media Types").
  const itemwise = (of: MediaType, other: MediaType) => of.itemSchema !== null && of.schema === null && other.itemSchema === null && other.schema !== null;
  if (itemwise(media, now) || itemwise(now, media)) {
    const whole = (holder: HeldContent, of: MediaType) => (of.itemSchema === null ? held(holder, of, "schema") : { ...held(holder, of, "itemSchema"), schema: { type: "array", items: of.itemSchema } });
    compareSchemas(run, whole(base, media), whole(revision, now), { ...use, wire });
    return;
  }
  // Nothing said is anything; where only one side says something that is a change.
  if (media.schema !== null || now.schema !== null) compareSchemas(run, held(base, media, "schema"), held(revision, now, "schema"), { ...use, wire });
  if (media.itemSchema !== null || now.itemSchema !== null) compareSchemas(run, held(base, media, "itemSchema"), held(revision, now, "itemSchema"), { ...use, wire, place: `${use.place}[]` });
  if (use.direction === "request" && media.encoding && now.encoding && canonical(media.encoding) !== canonical(now.encoding)) {
    run.add("request-encoding-changed", `The encoding of \`${media.mediaType}\` changed.`, { operation: use.operation, direction: use.direction, base: mediaPlace(base, media), revision: mediaPlace(revision, now) });
  }
}

/** XML and forms carry no types: a number is text there. */
function isText(mediaType: string): boolean {
  return /[/+]xml\b|^text\/|x-www-form-urlencoded|^multipart\//i.test(mediaType);
}

function mediaPlace({ place: { file, pointer } }: HeldContent, { mediaType }: MediaType): Place {
  return { file, pointer: joinPointer(joinPointer(pointer, "content"), mediaType) };
}

function findMedia(media: MediaType, among: MediaType[]): MediaType | undefined {
  const name = normal(media.mediaType);
  const bare = withoutParameters(name);
  return among.find((other) => normal(other.mediaType) === name)
    ?? among.find((other) => withoutParameters(normal(other.mediaType)) === bare && !/version|profile|=v\d/i.test(name + other.mediaType))
    ?? among.find((other) => isRangeOver(withoutParameters(normal(other.mediaType)), bare));
}

/** The one that a range holds. */
function findWithin(media: MediaType, among: MediaType[]): MediaType | undefined {
  return among.find((other) => isWider(media, other));
}

function isWider(one: MediaType, other: MediaType): boolean {
  const [range, bare] = [withoutParameters(normal(one.mediaType)), withoutParameters(normal(other.mediaType))];
  return range !== bare && isRangeOver(range, bare);
}

function normal(mediaType: string): string {
  return mediaType.toLowerCase().replaceAll(/\s+/g, "").replace(/;charset=[^;]*/, "");
}

function withoutParameters(mediaType: string): string {
  return mediaType.split(";")[0] ?? mediaType;
}

function isRangeOver(range: string, mediaType: string): boolean {
  return range === "*/*" || range === "*" || (range.endsWith("/*") && mediaType.startsWith(range.slice(0, -1)));
}
