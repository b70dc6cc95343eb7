import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import type { Ctx } from "#lib/auth/context.ts";
import { requestContext } from "#lib/auth/request-context.ts";
import { getInterface, type InterfaceDetail } from "#lib/catalog/interfaces/get-interface.ts";
import { listRecentVersions } from "#lib/catalog/versions/list-recent-versions.ts";
import { versionQuery } from "#lib/catalog/urls/operation-url.ts";
import { isFollowing } from "#lib/catalog/subscriptions/is-following.ts";
import { NotFoundError } from "#lib/errors.ts";
import type { InterfaceHead } from "#components/interface/interface-head.ts";
import type { PagePlace } from "#components/operation/operation-view.ts";

type Query = Record<string, string | string[] | undefined>;

/** Interface, line and version that an address means. */
export function placeOf(slug: string, query: Query): PagePlace {
  const version = first(query.version);
  const sequence = version === null ? null : Number(version);
  if (sequence !== null && !(Number.isSafeInteger(sequence) && sequence > 0 && sequence < 2 ** 31)) notFound();
  return { slug: decoded(slug), line: first(query.line), version: sequence };
}

export function first(value: string | string[] | undefined): string | null {
  const text = Array.isArray(value) ? value[0] : value;
  return text === undefined || text === "" ? null : text;
}

/**
 * The interface with what its frame shows. An old slug is sent on to the current one; `rest` is the address below it.
 */
export async function loadInterface(place: PagePlace, rest = ""): Promise<{ detail: InterfaceDetail; head: InterfaceHead }> {
  const [detail, switcher, following] = await openInterface(place.slug, place.line, place.version);
  if (detail.slug !== place.slug) permanentRedirect(`/interfaces/${detail.slug}${rest}${versionQuery(place)}`);
  const whole = { ...detail, facts: withDefaults(detail.facts) };
  return { detail: whole, head: { ...headOf(place, whole, switcher), following } };
}

// Once for a request: the title of a page asks for it as well as the page.
const openInterface = cache(async (slug: string, line: string | null, version: number | null) => {
  const ctx = await requestContext();
  const input = { slug, line, version };
  return Promise.all([found(getInterface({ ctx, input })), found(listRecentVersions({ ctx, input })), isFollowing({ ctx, input })]);
});

/** A verb about one part of a version, run once for a request however often a page asks. */
export function oncePerRequest<T>(verb: (call: { ctx: Ctx; input: PagePlace & { id: string; key: string } }) => Promise<T>) {
  const open = cache(async (slug: string, line: string | null, version: number | null, id: string) => found(verb({ ctx: await requestContext(), input: { slug, line, version, id, key: id } })));
  return (place: PagePlace, id: string) => open(place.slug, place.line, place.version, id);
}

/** A purged version has no facts left. */
function withDefaults(facts: Partial<InterfaceDetail["facts"]>): InterfaceDetail["facts"] {
  return { contact: null, license: null, termsOfService: null, externalDocs: null, tags: [], servers: [], securitySchemes: [], ...facts };
}

/** The answer, or the page that says there is no such thing. */
export async function found<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}

function headOf(place: PagePlace, detail: InterfaceDetail, { lines, recent }: Awaited<ReturnType<typeof listRecentVersions>>): Omit<InterfaceHead, "following"> {
  const { sequence, label, valid, errorCount, warningCount, publishedAt, specVersion, operationCount, schemaCount, messageCount } = detail.version;
  return {
    place,
    title: detail.title,
    summary: detail.summary,
    owner: detail.owner,
    domain: detail.domain,
    lifecycle: detail.lifecycle,
    visibility: detail.visibility,
    format: detail.format,
    specVersion,
    line: detail.line,
    version: { sequence, label, valid, errorCount, warningCount, publishedAt },
    lines,
    recent,
    counts: { operations: operationCount, schemas: schemaCount, messages: messageCount, versions: detail.versionCount },
    retired: detail.retiredAt !== null,
    mayPublish: detail.may.publish,
    mayFollow: detail.may.follow,
    mayManage: detail.may.rename || detail.may.purge,
  };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
