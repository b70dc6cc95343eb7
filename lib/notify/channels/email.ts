import { publicUrl } from "../mail/mail-settings.ts";
import { sendMail } from "../mail/send-mail.ts";
import { htmlMail } from "../words/html-mail.ts";
import type { Message } from "../words/message.ts";
import { textMail } from "../words/text-mail.ts";
import type { Outcome } from "./channel.ts";
import { idOf } from "./webhook.ts";

/** Sends a message by e-mail, as text and HTML, with the headers that end it in one click (RFC 8058). */
export async function sendByEmail(to: string, message: Message): Promise<{ outcome: Outcome; request: object }> {
  const end: Record<string, string> = message.oneClickUrl === null ? {} : { "List-Unsubscribe": `<${message.oneClickUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
  const request = { to, subject: message.subject };
  try {
    const { answer } = await sendMail({
      to, subject: message.subject, text: textMail(message), html: htmlMail(message),
      messageId: `<${idOf(message.key)}@${new URL(publicUrl("/")).hostname}>`,
      headers: { ...end, "X-Intermesh-Key": message.key },
    });
    return { request, outcome: { ok: true, status: null, answer: answer.slice(0, 1_024) } };
  } catch (error) {
    const { responseCode, message: words } = error as Error & { responseCode?: number };
    // 5xx is the mail server's last word on this message; 4xx and lost connections are not.
    return { request, outcome: { ok: false, status: responseCode ?? null, answer: "", problem: words.slice(0, 500), permanent: responseCode !== undefined && responseCode >= 500 } };
  }
}
