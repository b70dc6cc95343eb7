import { publicUrl } from "../mail/mail-settings.ts";
import type { Message, MessageItem } from "./message.ts";

const itemsMax = 20;
/** Of each piece of news, where a mail tells of several. */
const changesOfMany = 4;

/** What a mail shows: the first twenty pieces of news, what concerns the reader's own services before the rest. */
export function shownItems({ items }: Message): MessageItem[] {
  if (items.length === 1) return items;
  const sorted = [...items].sort((a, b) => weight(a) - weight(b));
  return sorted.slice(0, itemsMax).map((item) => ({ ...item, changes: item.changes.slice(0, changesOfMany), changesOmitted: item.changesOmitted + Math.max(0, item.changes.length - changesOfMany) }));
}

/** That there is more, and where; `null` where all is shown. */
export function omittedOf({ items }: Message): string | null {
  const more = items.length - itemsMax;
  return more > 0 ? `… and ${more} more: ${publicUrl("/inbox")}` : null;
}

/** The line that a list of mails shows beside the subject. */
export function introOf({ items }: Message): string {
  const [first] = items;
  if (items.length === 1) return first?.why ?? "";
  const broken = items.filter(({ impact }) => impact?.verdict === "broken").length;
  return `${items.length} news${broken > 0 ? `, ${broken} of which ${broken === 1 ? "breaks" : "break"} you` : ""}`;
}

function weight({ impact }: MessageItem): number {
  return impact === null ? 3 : impact.verdict === "broken" ? 0 : impact.verdict === "at risk" ? 1 : 2;
}
