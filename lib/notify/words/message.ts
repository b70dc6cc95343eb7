/** What is sent, in words, whatever the channel; all of it text that is to be escaped. */
export type Message = {
  /** Travels with it. */
  key: string;
  subject: string;
  items: MessageItem[];
  /** Ends the subscription in one click; `null` where it is addressed to the reader whatever they follow. */
  endUrl: string | null;
  settingsUrl: string;
};

export type MessageItem = {
  newsId: number;
  kind: string;
  at: Date;
  title: string;
  lines: string[];
  url: string;
  actorName: string;
  /** Why the reader is told. */
  why: string;
  /** Ends what told of it in one click; `null` where it is addressed to the reader whatever they follow. */
  endUrl: string | null;
  impact: { verdict: string; consumers: string[] } | null;
  interface: { slug: string; title: string } | null;
  changes: MessageChange[];
  changesOmitted: number;
};

export type MessageChange = { rule: string; level: "breaking" | "risky" | "info"; operation: string | null; sentence: string };

/** The subject line: of one piece of news its title, of more their number. */
export function subjectOf(items: MessageItem[]): string {
  const [first] = items;
  if (!first) return "No news";
  if (items.length === 1) return first.impact?.verdict === "broken" ? `Breaks you: ${first.title}` : first.title;
  const titles = [...new Set(items.map((item) => item.interface?.title ?? item.title))];
  return `${items.length} news: ${titles.slice(0, 3).join(", ")}${titles.length > 3 ? ` and ${titles.length - 3} more` : ""}`;
}
