import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Outcome } from "./publish-upload.ts";
import type { Server } from "./server.ts";

const Answer = z.object({ tally: z.object({ verdict: z.enum(["breaking", "risky", "compatible"]), breaking: z.number(), risky: z.number(), info: z.number() }).nullable(), pending: z.boolean(), reason: z.string().nullable() });
export type VersionTally = z.infer<typeof Answer>;

const attemptsMax = 60;
const pauseMs = 500;

/**
 * What was published changed for clients, for each document: compared by the server when it has the time, so it is
 * waited for a little. `null` where there is nothing to say, or not yet.
 */
export async function changesOf(server: Server, outcome: Outcome): Promise<(VersionTally | null)[]> {
  if (outcome.status !== "stored") return [];
  return Promise.all(outcome.items.map(async ({ status, interface: { slug }, line, version: { sequence } }) => (status === "published" && sequence > 1 ? waitFor(server, `/api/v1/interfaces/${encodeURIComponent(slug)}/versions/${sequence}`, line) : null)));
}

async function waitFor(server: Server, path: string, line: string): Promise<VersionTally | null> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const { body } = await server.request(path, { query: { line } });
    const read = Answer.safeParse(body);
    // An older server does not compare.
    if (!read.success) return null;
    if (!read.data.pending) return read.data;
    await sleep(pauseMs);
  }
  return null;
}
