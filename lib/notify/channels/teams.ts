import { plainWords } from "../words/plain-words.ts";
import type { EndpointChannel } from "./channel.ts";
import type { MessageItem } from "../words/message.ts";

/** Microsoft Teams' workflow webhooks: one adaptive card. */
export const teams: EndpointChannel = {
  body: ({ subject, items, settingsUrl }) => ({
    type: "message",
    attachments: [{
      contentType: "application/vnd.microsoft.card.adaptive",
      contentUrl: null,
      content: {
        $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
        type: "AdaptiveCard",
        version: "1.4",
        body: [text(subject, { weight: "Bolder", size: "Medium" }), ...items.slice(0, 10).flatMap(blocksOf)],
        actions: [...items.slice(0, 1).map(({ url }) => ({ type: "Action.OpenUrl", title: "Open", url })), { type: "Action.OpenUrl", title: "Settings", url: settingsUrl }],
      },
    }],
  }),
};

function blocksOf(item: MessageItem): object[] {
  const changes = item.changes.slice(0, 10).map((change) => text(`${change.level}: ${change.operation ?? ""} ${change.sentence}`));
  return [text(item.title, { weight: "Bolder", separator: true }), ...item.lines.map((line) => text(line)), ...changes, text(item.why, { isSubtle: true })];
}

/** Cards read a little Markdown; a text run reads none. */
function text(value: string, look: object = {}): object {
  return { type: "RichTextBlock", inlines: [{ type: "TextRun", text: plainWords(value).slice(0, 1_000), ...look }], ...("separator" in look ? { separator: true } : {}) };
}
