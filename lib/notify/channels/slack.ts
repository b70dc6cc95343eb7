import type { EndpointChannel } from "./channel.ts";
import type { MessageItem } from "../words/message.ts";

/** Slack's incoming webhooks: blocks of mrkdwn. Texts of documents can neither mention anyone nor make links. */
export const slack: EndpointChannel = {
  body: ({ subject, items, settingsUrl }) => ({
    text: escape(subject),
    blocks: [
      ...items.slice(0, 20).map((item) => ({ type: "section", text: { type: "mrkdwn", text: wordsOf(item) } })),
      { type: "context", elements: [{ type: "mrkdwn", text: `<${settingsUrl}|What Intermesh tells here>` }] },
    ],
  }),
};

function wordsOf(item: MessageItem): string {
  const changes = item.changes.slice(0, 10).map((change) => `• ${change.level}: ${change.operation ? `\`${escape(change.operation)}\` ` : ""}${escape(change.sentence)}`);
  const rest = item.changes.length - changes.length + item.changesOmitted;
  return [`*<${item.url}|${escape(item.title)}>*`, ...item.lines.map(escape), ...changes, ...(rest > 0 ? [`… and ${rest} more`] : []), `_${escape(item.why)}_`].join("\n").slice(0, 2_900);
}

/** As Slack asks for; without its control sequences nothing is a mention, and a backtick would end a code span. */
function escape(text: string): string {
  return text.replace(/[\r\n]+/g, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replace(/[`*_~|]/g, (mark) => `\u200b${mark}`);
}
