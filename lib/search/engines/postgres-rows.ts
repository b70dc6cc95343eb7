import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { shapeVersion } from "../search-document.ts";
import type { SearchDocument } from "../search-document.ts";

const rowsPerStatement = 1_000;
const positionMax = 16_383;
// PostgreSQL refuses a vector with a longer word (2,046 bytes) or of a megabyte: nobody searches for such a word.
const wordCharactersMax = 500;
const vectorCharactersMax = 300_000;

/** Puts documents into `search_documents`, replacing those of the same id. In order of id, so that two at once cannot wait for each other for ever. */
export async function writeRows(db: Executor, documents: SearchDocument[]): Promise<void> {
  const rows = [...new Map(documents.map((document) => [document.id, document])).values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(rowOf);
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const chunk = JSON.stringify(rows.slice(start, start + rowsPerStatement));
    await db.execute(sql`
      insert into search_documents (id, kind, interface_id, line_id, version_id, interface, audience, format, owner, domain, lifecycle,
        spec_version, tags, deprecated, exact, names, words, body, stamp, shape, changed_at)
      select id, kind, interface_id, line_id, version_id, interface, audience, format, owner, domain, lifecycle,
        spec_version, tags, deprecated, exact, names, words::tsvector, body, stamp, ${shapeVersion}::smallint, clock_timestamp()
      from json_to_recordset(${chunk}::json) as r(id text, kind text, interface_id bigint, line_id bigint, version_id bigint, interface text,
        audience text[], format text, owner text, domain text, lifecycle text, spec_version text, tags text[], deprecated boolean,
        exact text[], names text, words text, body jsonb, stamp text)
      on conflict (id) do update set kind = excluded.kind, interface_id = excluded.interface_id, line_id = excluded.line_id,
        version_id = excluded.version_id, interface = excluded.interface, audience = excluded.audience, format = excluded.format,
        owner = excluded.owner, domain = excluded.domain, lifecycle = excluded.lifecycle, spec_version = excluded.spec_version,
        tags = excluded.tags, deprecated = excluded.deprecated, exact = excluded.exact, names = excluded.names, words = excluded.words,
        body = excluded.body, stamp = excluded.stamp, shape = excluded.shape, changed_at = excluded.changed_at`);
  }
}

function rowOf(document: SearchDocument) {
  const { id, kind, interfaceId, lineId, versionId, audience, format, owner, domain, lifecycle, specVersion, tags, deprecated, exact, words } = document;
  return {
    id, kind, interface_id: interfaceId, line_id: lineId, version_id: versionId, interface: document.interface, audience, format, owner, domain, lifecycle,
    spec_version: specVersion, tags, deprecated, exact, names: words, words: vectorOf(document), body: document, stamp: document.stamp,
  };
}

/** A tsvector as text: made here, so that both engines cut words alike. */
function vectorOf({ stemsName, stemsContext, stemsText, stemsFields, words }: SearchDocument): string {
  const lexemes = new Map<string, string>();
  let position = 0;
  let size = 0;
  const add = (text: string, weight: string) => {
    for (const word of text.split(" ")) {
      position = Math.min(position + 1, positionMax);
      if (word === "" || word.length > wordCharactersMax || size > vectorCharactersMax || lexemes.has(word)) continue;
      lexemes.set(word, `'${word.replace(/['\\]/g, (sign) => sign + sign)}':${position}${weight}`);
      size += word.length;
    }
  };
  add(stemsName, "A");
  add(words, "A");
  add(stemsContext, "B");
  add(stemsText, "C");
  add(stemsFields, "D");
  return [...lexemes.values()].join(" ");
}
