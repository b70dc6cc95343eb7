import type { Message, MessageItem } from "./message.ts";

/** A message as plain text. */
export function textMail(message: Message): string {
  const foot = [message.endUrl ? `End or mute this subscription: ${message.endUrl}` : null, `What Intermesh tells you: ${message.settingsUrl}`].filter((line) => line !== null);
  return `${message.items.map(textOf).join("\n\n")}\n\n-- \n${foot.join("\n")}\n`;
}

function textOf(item: MessageItem): string {
  const changes = item.changes.map((change) => `  ${change.level.padEnd(8)} ${change.operation ? `${change.operation}: ` : ""}${change.sentence}`);
  const more = item.changesOmitted > 0 ? [`  … and ${item.changesOmitted} more`] : [];
  return [item.title, ...item.lines, ...changes, ...more, item.url, item.why].map(plain).join("\n");
}

function plain(line: string): string {
  return line.replace(/[\r\n]+/g, " ");
}
