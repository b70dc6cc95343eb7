import { globSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import { deliveries } from "#db/schema/notify/deliveries.ts";
import { endpoints } from "#lib/api/endpoints.ts";
import { prepareDeliveries } from "#lib/notify/prepare-deliveries.ts";
import { htmlMail } from "#lib/notify/words/html-mail.ts";
import { textMail } from "#lib/notify/words/text-mail.ts";
import { ask } from "./ask.ts";
import { load } from "./discover.ts";
import { drawn } from "./drawn.ts";
import { closedWord, internalWord } from "./hidden-documents.ts";
import { openHiddenWorld } from "./hidden-world.ts";
import { inRollback } from "./in-rollback.ts";
import { withHeaders } from "./request-store.ts";
import type { AccessRows, Given, RowDetails, Subject, Who } from "./row.ts";
import { settled, within } from "./within.ts";
import { origin, type World } from "./world.ts";

vi.mock("next/headers", async () => (await import("./request-store.ts")).nextHeaders);
vi.mock("next/cache", async () => (await import("./request-store.ts")).nextCache);

// The rows of the access matrix say what can be reached, and how: what is new is asked here at once.
const tables = await Promise.all(globSync("{app,lib}/**/{access,*.access}.ts").map(async (file) => (await load(file))["default"] as AccessRows));
const rows = tables.flatMap((table) => Object.entries(table)).flatMap(([key, row]): [string, RowDetails][] => (row === "offline" || (typeof row === "object" && "testedIn" in row) ? [] : [[key, typeof row === "string" ? { for: row } : row]]));

let world: World;
beforeAll(async () => {
  world = await openHiddenWorld();
}, 240_000);
afterAll(() => world.close());

const askers = ["anonymous", "outsider", "other", "otherToken"] as const satisfies Who[];
/** What else can be asked of an address than its row says. */
const more: Record<string, Given[]> = {
  "GET /interfaces/{slug}": [{ query: { version: "1" } }, { query: { version: "2" } }],
  "GET /interfaces/{slug}/operations": [{ query: { version: "2" } }],
  "GET /interfaces/{slug}/versions/{n}": ["2", "3"].map((n) => ({ params: { n } })),
  "GET /interfaces/{slug}/versions/{n}/spec": ["2", "3"].map((n) => ({ params: { n } })),
  "GET /interfaces/{slug}/diff": ["json", "markdown"].flatMap((format) => [{ query: { from: "1", to: "2", format } }, { query: { from: "2", to: "3", format } }]),
  "GET /services/{slug}": [{ params: { slug: "elsewhere-service" } }],
  "GET /services/{slug}/dependencies": [{ params: { slug: "elsewhere-service" } }],
  "GET /graph": [{ query: { focus: "" } }, ...["json", "csv", "mermaid", "dot", "svg"].map((as) => ({ query: { focus: "service:elsewhere-service", as } }))],
  "GET /search": ["inner", "note", "elsewhere", "open"].map((q) => ({ query: { q } })),
  "page /search": ["inner", "note", "open"].map((q) => ({ query: { q } })),
  "page /mesh": [{ query: { focus: "service:elsewhere-service" } }, { query: { focus: "interface:open" } }],
  "page /interfaces/[slug]": [{ query: { version: "2" } }],
  "page /interfaces/[slug]/versions/[n]": ["2", "3"].map((n) => ({ params: { n } })),
  "page /interfaces/[slug]/diff": [{ query: { from: "1", to: "2" } }, { query: { from: "2", to: "3" } }],
  "page /services/[slug]": [{ params: { slug: "elsewhere-service" } }],
  "page /inbox": [{ query: { box: "all" } }],
  "GET /inbox": [{ query: { box: "all" } }],
  "route GET /markdown": ["", "/channels", "/schemas", "/diff", "/operations/GET~orders", "/schemas/Order"].flatMap((tab) => ["open", "open-events"].map((slug) => ({ query: { of: `/interfaces/${slug}${tab}.md${tab === "/diff" ? "?from=2&to=3" : ""}` } }))),
};

describe("what is hidden is in no answer to who may not read it", () => {
  it.each(rows)("%s", async (key, details) => {
    const leaks: string[] = [];
    for (const subject of subjectsOf(key, details)) {
      for (const who of askers) {
        for (const variant of variantsOf(key)) {
          const { text, outcome } = await answer(key, details, subject, who, variant);
          for (const word of wordsFor(who)) leaks.push(...around(text, word).map((found) => `${who} at ${subject.slug}${JSON.stringify(variant.query ?? variant.params ?? "")}: ${found}`));
          if (/^5/.test(outcome)) leaks.push(`${who} at ${subject.slug}: ${outcome}`);
        }
      }
    }
    expect([...new Set(leaks)].slice(0, 12)).toEqual([]);
  }, 180_000);
});

it.each(["page /interfaces/[slug]", "GET /interfaces/{slug}/operations", "page /mesh/findings", "GET /search"])("is in the answers to who may, so that the words would have been noticed: %s", async (key) => {
  const { text } = await answer(key, new Map(rows).get(key) ?? { for: "readers" }, world.subjects.interface.open, "member", key === "GET /search" ? { query: { q: closedWord } } : {});
  expect(text.toLowerCase()).toContain(closedWord);
});

it("is not in the frame around every page", async () => {
  const { default: layout } = (await load("app/layout.tsx")) as { default: (props: unknown) => Promise<unknown> };
  for (const who of askers) {
    const headers = new Headers({ host: new URL(origin).host, ...world.headersOf(who) });
    const text = await withHeaders(headers, async () => drawn(await layout({ children: null })));
    for (const word of wordsFor(who)) expect(text.toLowerCase()).not.toContain(word);
  }
});

it("is in no message to who follows what they see", async () => {
  await inRollback(async (tx) => {
    const waiting = await tx.select({ id: deliveries.id, endpointId: deliveries.endpointId }).from(deliveries);
    const ready = [];
    for (const ids of Map.groupBy(waiting, ({ endpointId }) => endpointId).values()) ready.push(...(await prepareDeliveries(tx as unknown as World["db"], ids.map(({ id }) => id))));
    const texts = ready.flatMap(({ message }) => [JSON.stringify(message), textMail(message), htmlMail(message)]);
    expect(ready.length).toBeGreaterThan(2);
    expect(texts.flatMap((text) => around(text, closedWord))).toEqual([]);
  });
});

async function answer(key: string, details: RowDetails, subject: Subject, who: Who, { query, params }: Given): Promise<{ text: string; outcome: string }> {
  return inRollback(async (tx) => {
    const given = await settled(within(world, tx as unknown as World["db"]), details, subject);
    const headers = new Headers({ host: new URL(origin).host, ...world.headersOf(who), ...given.headers });
    const { read, outcome } = await ask(key, { ...given, query: { ...given.query, ...query }, params: { ...given.params, ...params } }, headers);
    return { text: await read(), outcome };
  });
}

function subjectsOf(key: string, { of }: RowDetails): Subject[] {
  const kind = of ?? (/[ /]interfaces\/[{[]slug/.test(key) ? "interface" : "none");
  const { interface: apis, events } = world.subjects;
  if (kind === "none") return [apis.open];
  // What is asked of one kind of interface can be asked of the other.
  return [apis.open, apis.hidden, events.open, events.hidden];
}

/** As the row says; with each value of each parameter that has but some; and what is listed above. */
function variantsOf(key: string): Given[] {
  const query = endpoints.find(({ method, path }) => `${method} ${path}` === key)?.query?.shape ?? {};
  const choices = Object.entries(query).flatMap(([name, schema]) => valuesOf(schema as z.ZodType).map((value): Given => ({ query: { [name]: value } })));
  return [{}, ...choices, ...(more[key] ?? [])];
}

function valuesOf(schema: z.ZodType): string[] {
  const { options, def } = schema as { options?: unknown[]; def?: { innerType?: z.ZodType } };
  if (options?.every((option) => typeof option === "string")) return options;
  return def?.innerType ? valuesOf(def.innerType) : [];
}

function wordsFor(who: Who): string[] {
  return who === "anonymous" ? [closedWord, internalWord] : [closedWord];
}

/** Where a word stands in a text, with a little of what stands around it. */
function around(text: string, word: string): string[] {
  return [...text.matchAll(new RegExp(`.{0,60}${word}.{0,40}`, "gis"))].map(([found]) => found.replace(/\s+/g, " "));
}
