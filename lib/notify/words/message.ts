import type { NewsKind } from "#db/schema/notify/words.ts";

/** What is sent, in words, whatever the channel; all of it text that is to be escaped. */
export type Message = {
  /** Travels with it. */
  key: string;
  subject: string;
  items: MessageItem[];
  /** The page that ends the subscription, or e-mails of what is addressed to the reader; `null` for an address of a team. */
  endUrl: string | null;
  /** The same in one click (RFC 8058). */
  oneClickUrl: string | null;
  settingsUrl: string;
};

export type MessageItem = {
  newsId: number;
  kind: NewsKind | "test";
  at: Date;
  title: string;
  lines: string[];
  url: string;
  actorName: string;
  /** Why the reader is told. */
  why: string;
  /** Ends what told of it, as of the message. */
  endUrl: string | null;
  impact: { verdict: keyof typeof marks; consumers: string[] } | null;
  interface: { slug: string; title: string } | null;
  changes: MessageChange[];
  changesOmitted: number;
};

export type MessageChange = { rule: string; level: "breaking" | "risky" | "info"; operation: string | null; sentence: string };

const marks = { broken: "Breaks you: ", "at risk": "May break you: ", unknown: "Impact unknown: " } as const;

/** The subject line: of one piece of news its title, of more their number. */
export function subjectOf(items: MessageItem[]): string {
  const [first] = items;
  if (!first) return "No news";
  if (items.length === 1) return `${first.impact ? marks[first.impact.verdict] : ""}${first.title}`;
  const titles = [...new Set(items.map((item) => item.interface?.title ?? item.title))];
  return `${items.length} news: ${titles.slice(0, 3).join(", ")}${titles.length > 3 ? ` and ${titles.length - 3} more` : ""}`;
}
