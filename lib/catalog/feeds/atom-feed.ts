import { escapeXml } from "#lib/spec/report/junit.ts";

export type FeedEntry = {
  /** Names it for good within this installation: `version/17`. */
  key: string;
  title: string;
  /** Path of its page. */
  path: string;
  publishedAt: Date;
  updatedAt: Date;
  author: string;
  categories: string[];
  summary: string;
};
export type Feed = { /** Names it for good: `interface/12`. */ key: string; title: string; /** Path of the page it belongs to. */ page: string; /** Begins here, where it has no entry yet. */ since: Date; entries: FeedEntry[] };

/** A feed as Atom (RFC 4287): ids that outlive a new name, and all text as text. `self` is the path it is read at. */
export function atomFeed({ key, title, page, since, entries }: Feed, { origin, self }: { origin: string; self: string }): string {
  const host = new URL(origin).hostname;
  const updated = entries.reduce((newest, { updatedAt }) => (updatedAt > newest ? updatedAt : newest), since);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escapeXml(idOf(host, `feed/${key}`))}</id>
  <title>${escapeXml(title)}</title>
  <updated>${updated.toISOString()}</updated>
  <link rel="self" type="application/atom+xml" href="${escapeXml(`${origin}${self}`)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(`${origin}${page}`)}"/>
  <author><name>Intermesh</name></author>
  <generator>Intermesh</generator>
${entries.map((entry) => entryOf(entry, host, origin)).join("")}</feed>
`;
}

function entryOf({ key, title, path, publishedAt, updatedAt, author, categories, summary }: FeedEntry, host: string, origin: string): string {
  return `  <entry>
    <id>${escapeXml(idOf(host, key))}</id>
    <title>${escapeXml(title)}</title>
    <published>${publishedAt.toISOString()}</published>
    <updated>${updatedAt.toISOString()}</updated>
    <author><name>${escapeXml(author || "Someone")}</name></author>
    <link rel="alternate" type="text/html" href="${escapeXml(`${origin}${path}`)}"/>
${categories.map((term) => `    <category term="${escapeXml(term)}"/>\n`).join("")}    <summary type="text">${escapeXml(summary)}</summary>
  </entry>
`;
}

/** A tag URI (RFC 4151): numbers are never given twice, while addresses move with names. */
function idOf(host: string, key: string): string {
  return `tag:${host},2026:${key}`;
}
