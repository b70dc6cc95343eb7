import pLimit from "p-limit";
import pg from "pg";
import { messageUrl, schemaUrl } from "../../lib/catalog/urls/entity-url.ts";
import { operationUrl } from "../../lib/catalog/urls/operation-url.ts";
import type { Message, Operation, Schema } from "../../lib/spec/normalized-spec.ts";
import { ofMessage, ofOperation, ofSchema } from "./expected-texts.ts";
import { pageText, saysText } from "./page-text.ts";

export type CrawlFigures = { documents: number; operations: number; messages: number; schemas: number; failed: string[]; silent: string[]; slowestMs: number; largestKb: number };
type Page = { kind: "operations" | "messages" | "schemas"; url: string; expected: string[] };

/** Opens every page of an operation, message or schema that the product has, `atMost` of each kind for one document, beginning at the document `from`. */
export async function crawlPages(stack: { url: string; token: string; databaseUrl: string }, { atMost = Infinity, atOnce = 4, from = "", note = (_: string) => {} } = {}): Promise<CrawlFigures> {
  const figures: CrawlFigures = { documents: 0, operations: 0, messages: 0, schemas: 0, failed: [], silent: [], slowestMs: 0, largestKb: 0 };
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  const limit = pLimit(atOnce);
  try {
    const { rows } = await client.query<{ slug: string; line: string; id: string }>("select i.slug, l.name as line, l.current_version_id as id from lines l join interfaces i on i.id = l.interface_id where l.current_version_id is not null and i.slug collate \"C\" >= $1 order by i.slug collate \"C\", l.name", [from]);
    for (const { slug, line, id } of rows) {
      const pages = await pagesOf(client, { slug, line }, id, atMost);
      await Promise.all(pages.map((page) => limit(() => open(page))));
      figures.documents += 1;
      if (figures.documents % 20 === 0) note(`crawl: ${figures.documents} of ${rows.length} documents, up to ${slug}, ${figures.operations + figures.messages + figures.schemas} pages, ${figures.failed.length} failed, ${figures.silent.length} silent`);
    }
    return figures;
  } finally {
    await client.end();
  }

  async function open({ kind, url, expected }: Page): Promise<void> {
    const started = performance.now();
    const answer = await fetch(stack.url + url, { headers: { accept: "text/html", "accept-encoding": "identity", authorization: `Bearer ${stack.token}` }, redirect: "manual", signal: AbortSignal.timeout(120_000) }).catch((error: unknown) => ({ status: 0, text: async () => String(error) }));
    const html = await answer.text();
    figures[kind] += 1;
    figures.slowestMs = Math.max(figures.slowestMs, Math.round(performance.now() - started));
    figures.largestKb = Math.max(figures.largestKb, Math.round(html.length / 1024));
    if (answer.status !== 200 || !html.includes("</html>")) return void say(figures.failed, `${answer.status} ${url}`);
    const text = pageText(html);
    const missing = expected.filter((wanted) => !saysText(text, wanted));
    if (missing.length > 0) say(figures.silent, `${url}: ${missing.slice(0, 3).join(", ").slice(0, 200)}`);
  }

  function say(list: string[], line: string): void {
    list.push(line);
    note(line);
  }
}

async function pagesOf(client: pg.Client, at: { slug: string; line: string }, version: string, atMost: number): Promise<Page[]> {
  const details = async <T>(table: string) => (await client.query<{ detail: T }>(`select detail from ${table} where version_id = $1 order by ordinal`, [version])).rows.map(({ detail }) => detail);
  const [operations, messages, schemas] = [await details<Operation>("operations"), await details<Message>("messages"), await details<Schema>("schemas")];
  const known = new Map(schemas.map((schema) => [schema.id, schema]));
  const some = <T>(list: T[]) => (list.length <= atMost ? list : Array.from({ length: atMost }, (_, index) => list[Math.floor((index * list.length) / atMost)] as T));
  return [
    ...some(operations).map((operation): Page => ({ kind: "operations", url: operationUrl({ ...at, key: operation.key }), expected: ofOperation(operation, known) })),
    ...some(messages).map((message): Page => ({ kind: "messages", url: messageUrl({ ...at, id: message.id }), expected: ofMessage(message, known) })),
    ...some(schemas).map((schema): Page => ({ kind: "schemas", url: schemaUrl({ ...at, id: schema.id }), expected: ofSchema(schema, known) })),
  ];
}
