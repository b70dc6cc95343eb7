import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { EngineRequest } from "../engine.ts";
import { facets as facetTable } from "../facets.ts";
import type { FacetCounts } from "../facets.ts";
import type { Term } from "../query.ts";
import type { SearchDocument } from "../search-document.ts";
import { synonyms } from "../vocabulary.ts";

const countedMax = 10_000;
const similarityMin = 0.5;

/** The best documents of a request, the number of all, and the condition that they meet. */
export async function findMatches(db: Executor, request: EngineRequest): Promise<{ hits: SearchDocument[]; total: number; matching: SQL }> {
  const { query, limit } = request;
  const visible = conditionOf(request);
  if (query.terms.length === 0) return run(db, sql`${visible}`, sql`kind = 'interface' desc, id`, visible, limit);

  // Words that stand nowhere as they are typed are looked for by likeness.
  const known = await knownTerms(db, query.terms);
  const vectors = query.terms.map((term) => (known.has(term.stem) ? lexemesOf(term) : null)).filter((lexemes) => lexemes !== null);
  const mistyped = query.terms.filter((term) => !known.has(term.stem) && term.word.length >= 4);
  const anyWord = vectors.length > 0 ? sql`words @@ ${vectors.join(" | ")}::tsquery` : null;
  const like = mistyped.map(({ word }) => sql`${word} <% names`);
  const identity = query.exact.length > 0 ? sql`exact && ${sql.param(query.exact)}::text[]` : null;
  const ways = [anyWord, identity, ...like].filter((way) => way !== null);
  if (ways.length === 0) return { hits: [], total: 0, matching: sql`false` };

  await db.execute(sql.raw(`set local pg_trgm.word_similarity_threshold = ${similarityMin}`));
  const matching = sql`${visible} and (${sql.join(ways, sql` or `)})`;
  const score = sql.join(
    [
      ...(identity ? [sql`(case when ${identity} then 10 else 0 end)`] : []),
      ...vectors.map((lexemes) => sql`(case when words @@ ${lexemes}::tsquery then 1 + ts_rank('{0.2, 0.4, 0.6, 1.0}', words, ${lexemes}::tsquery, 1) else 0 end)`),
      ...mistyped.map(({ word }) => sql`word_similarity(${word}, names)`),
    ],
    sql` + `,
  );
  return run(db, matching, sql`${score} desc, id`, matching, limit);
}

/** How many of the matching documents have each value. */
export async function facetCounts(db: Executor, matching: SQL, { facets }: EngineRequest): Promise<FacetCounts> {
  if (facets.length === 0) return {};
  const columns = facets.map((name) => facetTable[name].column);
  const each = sql.join(
    columns.map((column) =>
      column === "tags"
        ? sql`select 'tags' as facet, tag as value, count(*) as count from matched, unnest(tags) as tag group by tag`
        : sql`select ${sql.raw(`'${column}'`)} as facet, ${sql.raw(column)}::text as value, count(*) as count from matched group by ${sql.raw(column)}`,
    ),
    sql` union all `,
  );
  const { rows } = await db.execute<{ facet: string; value: string | null; count: number }>(sql`
    with matched as materialized (select ${sql.raw(columns.join(", "))} from search_documents where ${matching} limit ${countedMax})
    ${each} order by count desc`);
  const counts: FacetCounts = {};
  for (const name of facets) {
    const own = rows.filter(({ facet, value }) => facet === facetTable[name].column && value !== null);
    counts[name] = Object.fromEntries(own.slice(0, 100).map(({ value, count }) => [value ?? "", count]));
  }
  return counts;
}

async function run(db: Executor, where: SQL, order: SQL, matching: SQL, limit: number) {
  const { rows } = await db.execute<{ body: SearchDocument; total: number }>(sql`
    with matched as materialized (select id, kind, words, names, exact from search_documents where ${where} limit ${countedMax}),
         best as (select id, row_number() over (order by ${order}) as place, count(*) over () as total from matched order by place limit ${limit})
    select d.body, best.total from best join search_documents d using (id) order by best.place`);
  return { hits: rows.map(({ body }) => body), total: rows[0]?.total ?? 0, matching };
}

/** Which of the words stand in any document as they are. */
async function knownTerms(db: Executor, terms: Term[]): Promise<Set<string>> {
  const asked = terms.map((term) => sql`(${term.stem}::text, exists (select from search_documents where words @@ ${lexemesOf(term)}::tsquery))`);
  const { rows } = await db.execute<{ stem: string; known: boolean }>(sql`select stem, known from (values ${sql.join(asked, sql`, `)}) as t(stem, known)`);
  return new Set(rows.filter(({ known }) => known).map(({ stem }) => stem));
}

/** A word, its stem, what means the same, and, while it is being typed, what begins with it. */
function lexemesOf({ word, stem, open }: Term): string {
  const same = [stem, word, ...(synonyms.get(stem) ?? [])].map((text) => text.split(" ").map(quote).join(" & "));
  return `(${[...new Set(same)].map((text) => `(${text})`).join(" | ")}${open && word.length > 1 ? ` | ${quote(word)}:*` : ""})`;
}

function quote(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, (sign) => sign + sign)}'`;
}

function conditionOf({ audience, filters }: EngineRequest): SQL {
  const conditions: SQL[] = [];
  if (audience !== null) conditions.push(sql`audience && ${sql.param(audience)}::text[]`);
  for (const [name, values] of Object.entries(filters) as [keyof typeof facetTable, string[]][]) {
    const column = facetTable[name].column;
    if (column === "tags") conditions.push(sql`tags && ${sql.param(values)}::text[]`);
    else conditions.push(sql`coalesce(${sql.raw(column)}::text, '') = any(${sql.param(values)}::text[])`);
  }
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
