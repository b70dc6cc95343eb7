import { existsSync, globSync } from "node:fs";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { dispatch } from "#lib/api/dispatch.ts";
import { endpoints } from "#lib/api/endpoints.ts";
import { proxy } from "../../../proxy.ts";
import { addressOf, discover, load, pageFiles } from "./discover.ts";
import { deadTokens, everybody, expectedOutcome, liveTokens, type AccessRow, type AccessRows, type Audience, type RowDetails, type Subject, type Who } from "./row.ts";
import { runCell } from "./run-cell.ts";
import { openWorld, origin, type World } from "./world.ts";

vi.mock("next/headers", async () => (await import("./request-store.ts")).nextHeaders);
vi.mock("next/cache", async () => (await import("./request-store.ts")).nextCache);

// Rows lie beside their nouns, in files called `access.ts` or `<noun>.access.ts`.
const tables = await Promise.all(globSync("{app,lib,cli}/**/{access,*.access}.ts").map(async (file) => ({ file, rows: (await load(file))["default"] as AccessRows })));
const rows = new Map<string, AccessRow>(tables.flatMap(({ rows }) => Object.entries(rows)));

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 240_000);
afterAll(() => world.close());

it("has one row for everything that can be reached, and none for what is gone", async () => {
  const found = await discover();
  const counted = tables.flatMap(({ rows }) => Object.keys(rows));
  expect(found.filter((key) => !rows.has(key)), "without a row: add a line to an access.ts beside it, such as \"GET /things\": \"readers\"").toEqual([]);
  expect([...rows.keys()].filter((key) => !found.includes(key)), "rows of what is not there").toEqual([]);
  expect([...rows.values()].flatMap((row) => (typeof row === "object" && "testedIn" in row && !existsSync(row.testedIn) ? [row.testedIn] : [])), "files that are gone").toEqual([]);
  expect(counted.filter((key, index) => counted.indexOf(key) !== index), "rows that stand twice").toEqual([]);
});

describe("who gets what", () => {
  const judged = [...rows].filter((entry): entry is [string, Audience | RowDetails] => entry[1] !== "offline" && !(typeof entry[1] === "object" && "testedIn" in entry[1]));
  it.each(judged)("%s", async (key, row) => {
    const details: RowDetails = typeof row === "string" ? { for: row } : row;
    const found: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const subject of subjectsOf(key, details)) {
      for (const who of columnsOf(key)) {
        const cell = `${who}${subject.hidden ? ", hidden" : ""}`;
        found[cell] = await runCell(world, { key, row: details, who, subject });
        expected[cell] = expectedOutcome(key, details, who, subject.hidden);
      }
    }
    expect(found).toEqual(expected);
    // A cell that is cut short would leave its transaction in the database's place.
  }, 180_000);
});

describe("a change that another site's page asks for with an administrator's cookie", () => {
  const forged: Record<string, string>[] = [{ origin: "https://evil.example", "sec-fetch-site": "cross-site" }, { origin: "http://localhost:4000", "sec-fetch-site": "same-site" }, { origin: "https://evil.example" }, { origin: "null" }, {}];
  const cookie = () => world.headersOf("administrator")["cookie"] ?? "";

  it.each(endpoints.filter(({ method }) => method !== "GET").map(({ method, path }) => [method, path] as const))("is refused: %s %s", async (method, path) => {
    for (const headers of forged) {
      const request = new Request(`${origin}/api/v1${path.replace(/\{\w+\}/g, "open")}`, { method, headers: { host: new URL(origin).host, cookie: cookie(), ...headers } });
      expect((await dispatch(request)).status).toBe(403);
    }
  });

  // Forms and server actions are posted to pages: the proxy stands before all of them.
  it.each(["/", ...pageFiles().map((file) => addressOf(file).replace(/\[\.{0,3}(\w+)\]/g, "open"))])("is refused: an action posted to %s", async (path) => {
    for (const headers of forged) {
      const answer = await proxy(new NextRequest(`${origin}${path}`, { method: "POST", headers: { host: new URL(origin).host, cookie: cookie(), "next-action": "0".repeat(40), ...headers } }));
      expect(answer.status).toBe(403);
    }
  });
});

/** What is about an interface is asked of one that everyone may read and of one that only its owners may see. */
function subjectsOf(key: string, { of }: RowDetails): Subject[] {
  const kind = of ?? (/[ /]interfaces\/[{[]slug/.test(key) ? "interface" : "none");
  return kind === "none" ? [world.subjects.interface.open] : [world.subjects[kind].open, world.subjects[kind].hidden];
}

/** The command line knows tokens only. */
function columnsOf(key: string): readonly Who[] {
  return key.startsWith("command ") ? ["anonymous", ...liveTokens, ...deadTokens] : everybody;
}
