import { dispatch } from "#lib/api/dispatch.ts";
import { addressOf, load, pageFiles, routeFiles } from "./discover.ts";
import { drawn } from "./drawn.ts";
import { withHeaders } from "./request-store.ts";
import type { Given, Outcome } from "./row.ts";
import { runCommand } from "./run-command.ts";
import { origin } from "./world.ts";

/** Anything but an outcome is a fault of the row or of the product, in words. */
export type Answer = Outcome | (string & {});
/** What came of it, and everything in it that the asker could read. */
export type Asked = { outcome: Answer; read: () => Promise<string> };

/** Asks for what a key names as whoever the headers say. */
export async function ask(key: string, given: Given, headers: Headers): Promise<Asked> {
  const [kind = "", rest = ""] = [key.split(" ")[0], key.slice(key.indexOf(" ") + 1)];
  if (kind === "page") return runPage(rest, given, headers);
  if (kind === "route") return runRoute(rest, given, headers);
  if (kind === "action") return runAction(rest, given, headers);
  if (kind === "command") return { outcome: await runCommand(rest, given, headers.get("authorization"), outcomeOf), read: nothing };
  return answered(await dispatch(requestOf(kind, `/api/v1${addressed(rest, given)}`, given, headers)));
}

/** Loads the page's data as the page does, and its title; it is drawn only for who reads it. */
async function runPage(address: string, given: Given, headers: Headers): Promise<Asked> {
  const file = pageFiles().find((candidate) => addressOf(candidate) === address) ?? "";
  const { default: page, generateMetadata, metadata } = await load(file);
  const props = { params: Promise.resolve(given.params ?? {}), searchParams: Promise.resolve(given.query ?? {}) };
  headers.set("x-intermesh-path", addressed(address, given));
  return caught(() => withHeaders(headers, async () => {
    const tree = await (page as (props: unknown) => unknown)(props);
    const head = typeof generateMetadata === "function" ? await generateMetadata(props) : metadata;
    return { outcome: "ok", read: () => withHeaders(headers, () => drawn([head, tree])) };
  }));
}

async function runRoute(rest: string, given: Given, headers: Headers): Promise<Asked> {
  const [method = "GET", address = ""] = rest.split(" ");
  const file = routeFiles().find((candidate) => addressOf(candidate) === address) ?? "";
  const handler = (await load(file))[method] as (request: Request, context: unknown) => Promise<Response>;
  const request = requestOf(method, addressed(address, given), given, headers);
  return caught(async () => answered(await withHeaders(headers, async () => handler(request, { params: Promise.resolve(given.params ?? {}) }))));
}

/** A form's action answers with what to show; the audit log says whether it did something. */
async function runAction(rest: string, given: Given, headers: Headers): Promise<Asked> {
  const [file = "", name = ""] = rest.split("#");
  const action = (await load(file))[name] as (...given: unknown[]) => Promise<unknown>;
  const args = given.args ?? (action.length < 2 ? [formOf(given.form ?? {})] : [{}, formOf(given.form ?? {})]);
  return caught(async () => {
    const state = await withHeaders(headers, () => action(...args));
    return { outcome: "answered", read: () => drawn(state) };
  });
}

/** What Next.js would make of what a page or an action throws. */
async function caught(work: () => Promise<Asked>): Promise<Asked> {
  try {
    return await work();
  } catch (error) {
    const digest = String((error as { digest?: string }).digest ?? "");
    if (digest.startsWith("NEXT_REDIRECT")) return { outcome: digest.includes(";/sign-in") ? "sign-in" : "ok", read: async () => digest };
    if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;404")) return { outcome: "none", read: nothing };
    const { status } = error as { status?: number };
    if (status !== undefined) return { outcome: await outcomeOf({ status }), read: async () => (error as Error).message };
    throw error;
  }
}

async function answered(response: Response): Promise<Asked> {
  const copy = response.clone();
  const headers = [...response.headers].filter(([name]) => name !== "x-request-id").join("\n");
  return { outcome: await outcomeOf(response), read: async () => `${headers}\n${await copy.text()}` };
}

const nothing = async () => "";

async function text(response: { status: number } | Response): Promise<string> {
  return "text" in response ? `: ${(await response.text()).slice(0, 300)}` : "";
}

async function outcomeOf(response: { status: number } | Response): Promise<Answer> {
  if (response.status < 400) return "ok";
  return ({ 401: "sign-in", 403: "refused", 404: "none" } as Record<number, Outcome>)[response.status] ?? `${response.status}${await text(response)}`;
}

function addressed(path: string, { params = {}, query = {} }: Given): string {
  const filled = path.replace(/[{[](?:\.\.\.)?(\w+)[}\]]/g, (_, name: string) => encodeURIComponent(params[name] ?? "x"));
  return Object.keys(query).length > 0 ? `${filled}?${new URLSearchParams(query)}` : filled;
}

function requestOf(method: string, path: string, { body }: Given, headers: Headers): Request {
  const isRaw = typeof body === "string" || body instanceof Uint8Array || body instanceof FormData;
  const sent = new Headers(headers);
  const bytes = body === undefined ? undefined : isRaw ? (body as BodyInit) : JSON.stringify(body);
  if (body !== undefined && !isRaw) sent.set("content-type", "application/json");
  if (typeof bytes === "string") sent.set("content-length", String(Buffer.byteLength(bytes)));
  return new Request(`${origin}${path}`, { method, headers: sent, ...(bytes === undefined ? {} : { body: bytes }) });
}

function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value);
  return form;
}
