import type { Message, MessageItem } from "./message.ts";
import { introOf, omittedOf, shownItems } from "./mail-words.ts";

// Most mail programs know no style sheets worth the name: each element carries its own look. Those that know some turn
// dark by the classes. Colours as in the pages.
const ink = "#1c1f24";
const quiet = "#5c6470";
const line = "#e3e6ea";
const levels = { breaking: { ink: "#b42318", paper: "#fef0ee" }, risky: { ink: "#8a5300", paper: "#fdf4e3" }, info: { ink: "#3f4854", paper: "#f2f4f6" } } as const;
const font = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const mono = "font-family:'JetBrains Mono',Menlo,Consolas,monospace";
const dark = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.page{background:#101215!important;color:#e8eaed!important}.sheet{background:#17191d!important;border-color:#2a2e35!important}.rule{border-color:#2a2e35!important}.ink{color:#e8eaed!important}.quiet{color:#9aa3af!important}.open{background:#e8eaed!important;color:#17191d!important}.breaking{color:#ff9b8e!important;background:#3a1512!important}.risky{color:#f3c26b!important;background:#33240b!important}.info{color:#c3c9d1!important;background:#24282e!important}.impact{border-color:#ff9b8e!important}}
@media (max-width:480px){.pad{padding-left:16px!important;padding-right:16px!important}.outer{padding:0!important}.level{display:block!important;width:auto!important;padding-bottom:0!important;border-bottom:0!important}.what{display:block!important;padding-top:4px!important}}`;

/** A message as an HTML e-mail, light or dark, wide or narrow. Everything from documents and people is escaped. */
export function htmlMail(message: Message): string {
  const items = shownItems(message);
  const omitted = omittedOf(message);
  const several = message.items.length > 1;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escape(message.subject)}</title><style>${dark}</style></head>
<body class="page" style="margin:0;background:#f6f7f8;${font};color:${ink};font-size:14px;line-height:1.5">
<div style="display:none;max-height:0;overflow:hidden">${escape(introOf(message))}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f6f7f8"><tr><td class="outer" align="center" style="padding:24px 12px">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border:1px solid ${line};border-radius:8px;text-align:left">
<tr><td class="pad rule" style="padding:14px 24px;border-bottom:1px solid ${line};font-size:13px"><strong class="ink" style="color:${ink}">Intermesh</strong>${several ? `<span class="quiet" style="color:${quiet}"> · ${escape(introOf(message))}</span>` : ""}</td></tr>
${items.map((item) => itemOf(item, several)).join("\n")}
${omitted ? `<tr><td class="pad rule quiet" style="padding:16px 24px;border-bottom:1px solid ${line};color:${quiet}">${escape(omitted)}</td></tr>` : ""}
<tr><td class="pad quiet" style="padding:16px 24px;font-size:12px;color:${quiet}">${!several && message.endUrl ? `${link(message.endUrl, "End or mute this")} · ` : ""}${link(message.settingsUrl, "All that Intermesh tells you")}</td></tr>
</table></td></tr></table></body></html>`;
}

function itemOf(item: MessageItem, several: boolean): string {
  const lines = item.lines.map((text) => `<p style="margin:8px 0 0">${withCode(text)}</p>`).join("");
  const changes = item.changes.map(({ level, operation, sentence }) => `
<tr><td class="level rule" style="padding:8px 12px 8px 0;vertical-align:top;width:72px;border-bottom:1px solid ${line}"><span class="${level}" style="display:inline-block;padding:1px 8px;border-radius:4px;font-size:12px;color:${levels[level].ink};background:${levels[level].paper}">${level}</span></td>
<td class="what rule" style="padding:8px 0;border-bottom:1px solid ${line}">${operation ? `<code style="${mono};font-size:13px;word-break:break-word">${escape(operation)}</code><br>` : ""}${withCode(sentence)}</td></tr>`).join("");
  const table = changes ? `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin-top:12px">${changes}</table>` : "";
  const more = item.changesOmitted > 0 ? `<p class="quiet" style="margin:8px 0 0;color:${quiet}">… and ${item.changesOmitted} more</p>` : "";
  // What it means for the reader's own services comes before all else.
  const why = item.impact
    ? `<p class="impact" style="margin:10px 0 0;padding-left:10px;border-left:3px solid ${levels[item.impact.verdict === "broken" ? "breaking" : "risky"].ink}">${escape(item.why)}</p>`
    : "";
  const end = several && item.endUrl ? ` ${link(item.endUrl, "End or mute this")}` : "";
  const foot = [item.impact ? "" : escape(item.why), end].filter(Boolean).join(" ");
  return `<tr><td class="pad rule" style="padding:20px 24px;border-bottom:1px solid ${line}">
<a class="ink" href="${escape(item.url)}" style="font-size:16px;font-weight:600;color:${ink};text-decoration:none;line-height:1.35">${escape(item.title)}</a>
<p class="quiet" style="margin:2px 0 0;font-size:12px;color:${quiet}">${escape(item.actorName)} · ${timeOf(item.at)}</p>
${why}${lines}${table}${more}
<p style="margin:16px 0 0"><a class="open" href="${escape(item.url)}" style="display:inline-block;padding:6px 14px;border-radius:6px;background:${ink};color:#ffffff;text-decoration:none;font-size:13px">${item.changes.length > 0 ? "See the changes" : "Open"}</a></p>
${foot ? `<p class="quiet" style="margin:12px 0 0;font-size:12px;color:${quiet}">${foot}</p>` : ""}</td></tr>`;
}

function timeOf(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function link(url: string, words: string): string {
  return `<a class="quiet" href="${escape(url)}" style="color:${quiet}">${words}</a>`;
}

/** What stands between backticks is what a machine reads. */
function withCode(text: string): string {
  return escape(text).replace(/`([^`]{1,300})`/g, `<code style="${mono};font-size:13px">$1</code>`);
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
