import type { Message, MessageItem } from "./message.ts";

// Mail programs know no style sheets worth the name: each element carries its own look. Colours as in the pages.
const ink = "#1c1f24";
const quiet = "#5c6470";
const line = "#e3e6ea";
const levels = { breaking: { ink: "#b42318", paper: "#fef0ee" }, risky: { ink: "#8a5300", paper: "#fdf4e3" }, info: { ink: "#3f4854", paper: "#f2f4f6" } } as const;
const font = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** A message as an HTML e-mail. Everything from documents and people is escaped. */
export function htmlMail(message: Message): string {
  const end = message.endUrl ? `<a href="${escape(message.endUrl)}" style="color:${quiet}">End or mute this subscription</a> · ` : "";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escape(message.subject)}</title></head>
<body style="margin:0;background:#f6f7f8;${font};color:${ink};font-size:14px;line-height:1.5">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border:1px solid ${line};border-radius:8px">
<tr><td style="padding:16px 24px;border-bottom:1px solid ${line};font-size:13px;color:${quiet}"><strong style="color:${ink}">Intermesh</strong></td></tr>
${message.items.map(itemOf).join("\n")}
<tr><td style="padding:16px 24px;font-size:12px;color:${quiet}">${end}<a href="${escape(message.settingsUrl)}" style="color:${quiet}">What Intermesh tells you</a></td></tr>
</table></td></tr></table></body></html>`;
}

function itemOf(item: MessageItem): string {
  const lines = item.lines.map((text) => `<p style="margin:8px 0 0">${escape(text)}</p>`).join("");
  const changes = item.changes.map(({ level, operation, sentence }) => `
<tr><td style="padding:8px 8px 8px 0;vertical-align:top;width:76px"><span style="display:inline-block;padding:1px 8px;border-radius:4px;font-size:12px;color:${levels[level].ink};background:${levels[level].paper}">${level}</span></td>
<td style="padding:8px 0;border-bottom:1px solid ${line}">${operation ? `<code style="font-family:'JetBrains Mono',Menlo,Consolas,monospace;font-size:13px">${escape(operation)}</code><br>` : ""}${escape(sentence)}</td></tr>`).join("");
  const table = changes ? `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin-top:12px">${changes}</table>` : "";
  const more = item.changesOmitted > 0 ? `<p style="margin:8px 0 0;color:${quiet}">… and ${item.changesOmitted} more</p>` : "";
  return `<tr><td style="padding:20px 24px;border-bottom:1px solid ${line}">
<a href="${escape(item.url)}" style="font-size:16px;font-weight:600;color:${ink};text-decoration:none">${escape(item.title)}</a>
${lines}${table}${more}
<p style="margin:16px 0 0"><a href="${escape(item.url)}" style="display:inline-block;padding:6px 14px;border-radius:6px;background:${ink};color:#ffffff;text-decoration:none;font-size:13px">Open</a></p>
<p style="margin:12px 0 0;font-size:12px;color:${quiet}">${escape(item.why)}</p></td></tr>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
