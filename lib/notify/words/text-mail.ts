import { omittedOf, shownItems } from "./mail-words.ts";
import { plainWords } from "./plain-words.ts";
import type { Message, MessageItem } from "./message.ts";

/** A message as plain text. */
export function textMail(message: Message): string {
  const several = message.items.length > 1;
  const foot = [!several && message.endUrl ? `End or mute this: ${message.endUrl}` : null, `All that Intermesh tells you: ${message.settingsUrl}`].filter((line) => line !== null);
  const blocks = [...shownItems(message).map((item) => textOf(item, several)), ...(omittedOf(message) === null ? [] : [omittedOf(message)])];
  return `${blocks.join("\n\n")}\n\n-- \n${foot.join("\n")}\n`;
}

function textOf(item: MessageItem, several: boolean): string {
  const changes = item.changes.map((change) => `  ${change.level.padEnd(8)}  ${change.operation ? `${change.operation}: ` : ""}${change.sentence}`);
  const more = item.changesOmitted > 0 ? [`  … and ${item.changesOmitted} more`] : [];
  const lists = changes.length > 0 ? ["", ...changes, ...more, ""] : [];
  const end = several && item.endUrl ? [`End or mute this: ${item.endUrl}`] : [];
  return [item.title, item.why, ...item.lines, ...lists, item.url, ...end].map(plain).join("\n");
}

function plain(line: string): string {
  return plainWords(line).replace(/[\r\n]+/g, " ");
}
