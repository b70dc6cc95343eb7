import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { EngineAnswer, EngineRequest } from "../engine.ts";
import { facets as facetTable } from "../facets.ts";
import type { FacetCounts, FacetName, Filters } from "../facets.ts";
import { quotedTerms } from "../quoted-terms.ts";
import { searchKinds } from "../search-document.ts";
import type { SearchDocument } from "../search-document.ts";
import type { UnderstoodTerm } from "../understand.ts";
import { stem } from "../words.ts";

/** Rows looked at for each way of matching: the best are among those that match in the strictest way. */
const strictMax = 4_000;
const looseMax = 8_000;
const similarityMin = 0.5;
/** A word that stands in nearly everything is no reason to look at it. */
const weightMin = 0.3;

/** The best documents of a request, the number of all, and how many of them have each value. */
export async function findMatches(db: Executor, request: EngineRequest): Promise<EngineAnswer> {
  const { query, limit, facets } = request;
  const { ways, score } = query.terms.length === 0 ? everything : await waysOf(db, request);
  if (ways.length === 0) return { hits: [], total: 0, facets: Object.fromEntries(facets.map((name) => [name, {}])) };
  const visible = conditionOf(request);
  const found = sql.join(ways.map(({ condition, max }) => sql`(select id from search_documents where ${visible} and ${condition} limit ${max})`), sql` union `);
  const { rows } = await db.execute<{ hits: SearchDocument[] | null; total: number; counts: Count[] | null }>(sql`
    with matched as materialized (
      select id, kind, format, owner, domain, lifecycle, spec_version, tags, deprecated, interface, ${score} as score
      from search_documents where id in (${found})
    ), best as (
      select d.body, m.score, m.id from (select id, score from matched order by score desc, id limit ${limit}) m join search_documents d using (id)
    )
    select (select json_agg(body order by score desc, id) from best) as hits, (select count(*) from matched) as total,
           (select json_agg(c) from (${countsOf(facets)}) c) as counts`);
  const { hits, total, counts } = rows[0] ?? { hits: null, total: 0, counts: null };
  return { hits: hits ?? [], total, facets: facetsOf(facets, counts ?? []) };
}

type Way = { condition: SQL; max: number };
type Count = { facet: string; value: string | null; count: number };

/** Nothing was typed: kinds in their order. */
const everything: { ways: Way[]; score: SQL } = { ways: [{ condition: sql`true`, max: 100_000 }], score: sql`-array_position(${sql.param([...searchKinds])}::text[], kind)` };

async function waysOf(db: Executor, { query }: EngineRequest): Promise<{ ways: Way[]; score: SQL }> {
  // Words that stand nowhere as they are typed are looked for by likeness.
  const known = await knownTerms(db, query.terms);
  const standing = query.terms.filter((term) => known.has(term.stem));
  const mistyped = query.terms.filter((term) => !known.has(term.stem) && term.word.length >= 4);
  const telling = standing.filter((term) => term.weight >= weightMin);
  const any = (telling.length > 0 ? telling : standing).map(lexemesOf).join(" | ");
  const all = standing.map(lexemesOf).join(" & ");
  const quoted = quotedTerms(query)?.map((term) => `(${[...new Set([term.word, term.stem])].map(quote).join(" | ")})`).join(" & ") ?? null;
  const identity = query.exact.length > 0 ? sql`exact && ${sql.param(query.exact)}::text[]` : null;
  if (mistyped.length > 0) await db.execute(sql.raw(`set local pg_trgm.word_similarity_threshold = ${similarityMin}`));
  return {
    // Of a text in quotation marks every word is wanted.
    ways: quoted !== null ? [{ condition: sql`words @@ ${quoted}::tsquery`, max: strictMax }] : [
      ...(identity ? [{ condition: identity, max: strictMax }] : []),
      ...(all === "" ? [] : [{ condition: sql`words @@ ${all}::tsquery`, max: strictMax }]),
      ...(any === "" ? [] : [{ condition: sql`words @@ ${any}::tsquery`, max: looseMax }]),
      ...mistyped.map(({ word }) => ({ condition: sql`${word} <% names`, max: strictMax })),
    ],
    score: sql.join(
      [
        ...(identity ? [sql`(case when ${identity} then 10 else 0 end)`] : []),
        ...standing.map((term) => sql`(case when words @@ ${lexemesOf(term)}::tsquery then ${term.weight}::real * (1 + ts_rank('{0.2, 0.4, 0.6, 1.0}', words, ${lexemesOf(term)}::tsquery, 1)) else 0 end)`),
        ...mistyped.map(({ word }) => sql`word_similarity(${word}, names)`),
        sql`0`,
      ],
      sql` + `,
    ),
  };
}

function countsOf(facets: FacetName[]): SQL {
  const each = facets.map((name) => {
    const { column } = facetTable[name];
    if (name === "tags") return sql`(select 'tags' as facet, tag as value, count(*) as count from matched, unnest(tags) as tag group by tag order by 3 desc limit 100)`;
    return sql`(select ${sql.raw(`'${column}'`)} as facet, ${sql.raw(column)}::text as value, count(*) as count from matched group by ${sql.raw(column)} order by 3 desc limit 100)`;
  });
  return each.length === 0 ? sql`select null as facet, null as value, 0 as count where false` : sql.join(each, sql` union all `);
}

function facetsOf(facets: FacetName[], counts: Count[]): FacetCounts {
  return Object.fromEntries(
    facets.map((name) => {
      const own = counts.filter(({ facet, value }) => facet === facetTable[name].column && value !== null);
      return [name, Object.fromEntries(own.map(({ value, count }) => [value ?? "", count]))];
    }),
  );
}

/** Which of the words stand in any document as they are. */
async function knownTerms(db: Executor, terms: UnderstoodTerm[]): Promise<Set<string>> {
  const asked = terms.map((term) => sql`(${term.stem}::text, exists (select from search_documents where words @@ ${lexemesOf(term)}::tsquery))`);
  const { rows } = await db.execute<{ stem: string; known: boolean }>(sql`select stem, known from (values ${sql.join(asked, sql`, `)}) as t(stem, known)`);
  return new Set(rows.filter(({ known }) => known).map(({ stem }) => stem));
}

/** A word, its stem, what means the same, and, while it is being typed, what begins with it. */
function lexemesOf({ word, meanings, open }: UnderstoodTerm): string {
  const same = [[word], ...meanings.map(({ stems }) => stems)].map((stems) => stems.map(quote).join(" & "));
  return `(${[...new Set(same)].map((text) => `(${text})`).join(" | ")}${open && word.length > 1 ? ` | ${quote(word)}:*` : ""})`;
}

function quote(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, (sign) => sign + sign)}'`;
}

function conditionOf({ audience, filters, query, withheld }: EngineRequest): SQL {
  const conditions: SQL[] = conditionsOf(filters);
  if (audience !== null) conditions.unshift(sql`audience && ${sql.param(audience)}::text[]`);
  if (withheld.interfaceIds.length > 0) conditions.push(sql`(interface_id is null or interface_id <> all(${sql.param(withheld.interfaceIds)}::bigint[]))`);
  if (withheld.documentIds.length > 0) conditions.push(sql`id <> all(${sql.param(withheld.documentIds)}::text[])`);
  for (const excluded of query.without) conditions.push(sql`not (${sql.join(conditionsOf(excluded), sql` and `)})`);
  for (const word of query.withoutWords) conditions.push(sql`not words @@ ${[...new Set([word, stem(word)])].map(quote).join(" | ")}::tsquery`);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function conditionsOf(filters: Filters): SQL[] {
  return (Object.entries(filters) as [FacetName, string[]][]).map(([name, values]) => {
    const { column } = facetTable[name];
    // Letter case does not matter, as it does not to the search server.
    const wanted = sql`${sql.param(values.map((value) => value.toLowerCase()))}::text[]`;
    if (column === "tags") return sql`lower(tags::text)::text[] && ${wanted}`;
    return sql`lower(coalesce(${sql.raw(column)}::text, '')) = any(${wanted})`;
  });
}
