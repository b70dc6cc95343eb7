import { and, eq, isNotNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { lines } from "#db/schema/catalog/lines.ts";
import { versions } from "#db/schema/document/versions.ts";
import { audienceOfReader } from "./audience.ts";
import type { SearchScope } from "./audience.ts";
import type { Filters } from "./facets.ts";
import { fitsQuery } from "./fits-query.ts";
import { emptyLexicon } from "./lexicon.ts";
import { loadPublished } from "./load/load-published.ts";
import { makeMainDocuments, makePropertyDocuments } from "./load/make-documents.ts";
import { narrowed } from "./narrowed.ts";
import { parseQuery } from "./query.ts";
import { readAddress } from "./search-address.ts";
import type { SearchDocument } from "./search-document.ts";
import { understand } from "./understand.ts";

/** A search or a filtered list as it was kept: `query` is what stands in its address after the question mark. */
export type KeptQuestion = { place: "search" | "interfaces"; query: string; scope: SearchScope };

/**
 * Whether something of an interface is what a kept search asks for, and its reader may see it; one answer for each question,
 * in their order. Asks the rows of the current versions themselves, so it holds before they are in any index. A search fits
 * where all of its words do, see `fitsQuery`; a list, where the interface would stand in it.
 */
export async function matchesInterface(db: Executor, interfaceId: number, questions: KeptQuestion[]): Promise<boolean[]> {
  const tests = questions.map((question) => (question.place === "search" ? searchTest(question) : listTest(question)));
  const answers = tests.map(() => false);
  const own = await db.select({ id: lines.id }).from(lines).where(and(eq(lines.interfaceId, interfaceId), isNotNull(lines.currentVersionId)));
  for (const { id } of own) {
    const published = await loadPublished(db, id);
    if (!published) continue;
    const [{ valid } = { valid: true }] = await db.select({ valid: versions.valid }).from(versions).where(eq(versions.id, published.version.id));
    const ask = (documents: SearchDocument[]) => tests.forEach((test, index) => (answers[index] ||= documents.some((document) => test(document, valid))));
    ask(await makeMainDocuments(db, published));
    // Fields are many: they are made only where something is still open that could be one.
    if (answers.some((answer, index) => !answer && questions[index]?.place === "search")) ask(await makePropertyDocuments(db, published));
    if (answers.every(Boolean)) break;
  }
  return answers;
}

type Test = (document: SearchDocument, isValid: boolean) => boolean;

function searchTest({ query: address, scope }: KeptQuestion): Test {
  const { query: typed, filters: chosen } = readAddress(address);
  const query = understand(parseQuery(`${typed} `), emptyLexicon);
  const filters = narrowed(query.filters, { filters: chosen });
  const audience = audienceOfReader(scope);
  return (document) => fitsQuery(query, filters, audience, document);
}

/** As `listInterfaces` has it: `q` is a part of title, slug or summary, `owner=none` is unowned. */
function listTest({ query: address, scope }: KeptQuestion): Test {
  const params = new URLSearchParams(address);
  const part = (params.get("q") ?? "").trim().toLowerCase();
  const wanted = params.get("valid");
  const { filters } = readAddress(address);
  const named: Filters = {};
  for (const name of ["owner", "domain", "format", "lifecycle", "tags"] as const) {
    const values = filters[name]?.filter(Boolean);
    if (values && values.length > 0) named[name] = values.map((value) => (name === "owner" && value === "none" ? "" : value));
  }
  const audience = audienceOfReader(scope);
  const everything = understand(parseQuery(""), emptyLexicon);
  return (document, isValid) =>
    document.kind === "interface" &&
    (wanted === null || (document.version !== 0 && String(isValid) === wanted)) &&
    [document.name, document.key, document.title].some((text) => text.toLowerCase().includes(part)) &&
    fitsQuery(everything, named, audience, document);
}
