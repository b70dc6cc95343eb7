import type { endpoints } from "#db/schema/notify/endpoints.ts";
import type { Message } from "../words/message.ts";

/** What came of one attempt. `permanent`: trying again would not help. */
export type Outcome = { ok: true; status: number | null; answer: string } | { ok: false; status: number | null; answer: string; problem: string; permanent: boolean };

/** One way of telling by HTTP: the words it sends, and its headers. */
export type EndpointChannel = {
  body: (message: Message) => unknown;
  headers?: (endpoint: typeof endpoints.$inferSelect, message: Message, body: string) => Record<string, string>;
};
