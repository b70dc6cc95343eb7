import { tallyWords } from "#lib/spec/report/report.ts";
import { escapeXml } from "#lib/spec/report/junit.ts";
import { comparisonUrl } from "../comparison-url.ts";
import { versionUrl } from "../entity-url.ts";
import type { Change } from "../list-changes.ts";

type Feed = { title: string; /** Path of the page it belongs to, and of the feed itself. */ page: string; self: string; origin: string; items: Change[] };

/** Published versions as an Atom feed (RFC 4287). All text is text: titles of documents are obeyed nowhere. */
export function atomFeed({ title, page, self, origin, items }: Feed): string {
  const updated = items.reduce((newest, { publishedAt }) => (publishedAt > newest ? publishedAt : newest), new Date(0));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escapeXml(`${origin}${page}`)}</id>
  <title>${escapeXml(title)}</title>
  <updated>${updated.toISOString()}</updated>
  <link rel="self" type="application/atom+xml" href="${escapeXml(`${origin}${self}`)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(`${origin}${page}`)}"/>
  <generator>Intermesh</generator>
${items.map((item) => entry(item, origin)).join("\n")}
</feed>
`;
}

function entry(item: Change, origin: string): string {
  const { slug, line, sequence, label, title, publishedAt, publishedBy, tally, reason } = item;
  const own = versionUrl({ slug, line, version: sequence });
  const href = tally ? comparisonUrl({ slug, line, to: sequence }) : own;
  const words = [tally ? `${tallyWords(tally)}.` : sequence === 1 ? "The first version." : "", tally?.verdict === "breaking" ? (reason ? `Why: ${reason}` : "Reason missing.") : ""].filter((part) => part !== "").join(" ");
  return `  <entry>
    <id>${escapeXml(`${origin}${own}`)}</id>
    <title>${escapeXml(`${title} ${label}${tally ? ` (${tally.verdict})` : ""}`)}</title>
    <updated>${publishedAt.toISOString()}</updated>
    <author><name>${escapeXml(publishedBy)}</name></author>
    <link rel="alternate" type="text/html" href="${escapeXml(`${origin}${href}`)}"/>
${tally ? `    <category term="${tally.verdict}"/>\n` : ""}    <summary type="text">${escapeXml(words)}</summary>
  </entry>`;
}
