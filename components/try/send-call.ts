import type { Call } from "./call.ts";

export type Answer = { status: number; headers: [string, string][]; text: string; cut: boolean; ms: number };

const charsMax = 200_000;

/**
 * Sends a call from the browser to one host, with nothing of ours: no cookies, no address of this page, no redirect
 * followed. Throws a sentence for people.
 */
export async function sendFromBrowser(call: Call): Promise<Answer> {
  if (new URL(call.url).origin === window.location.origin) throw new Error("This server is Intermesh itself, which is not called from here.");
  const started = performance.now();
  const response = await fetch(call.url, { method: call.method, headers: call.headers, body: call.body, mode: "cors", credentials: "omit", redirect: "manual", referrerPolicy: "no-referrer", cache: "no-store" }).catch(() => {
    throw new Error("No answer that this page may read. The server is not there, or does not let other sites call it (CORS).");
  });
  if (response.type === "opaqueredirect") throw new Error("The server answered with a redirect, which is not followed.");
  const text = await response.text();
  return { status: response.status, headers: [...response.headers], text: text.slice(0, charsMax), cut: text.length > charsMax, ms: performance.now() - started };
}

/** The same through this installation, where it allows that. */
export async function sendThroughProxy(address: string, call: Call): Promise<Answer> {
  if (call.body !== null && typeof call.body !== "string") throw new Error("Files and forms in parts are sent from the browser alone, not through Intermesh.");
  const started = performance.now();
  const response = await fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(call) });
  const said = (await response.json()) as { title?: string; status: number; headers: [string, string][]; text: string; cut: boolean };
  if (!response.ok) throw new Error(said.title ?? `Intermesh answered ${response.status}.`);
  return { status: said.status, headers: said.headers, text: said.text, cut: said.cut, ms: performance.now() - started };
}
