import { sql } from "drizzle-orm";
import { settledRefusals } from "#lib/auth/audit/record-refusal.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { dispatch } from "#lib/api/dispatch.ts";
import { addressOf, load, pageFiles, routeFiles } from "./discover.ts";
import { inRollback } from "./in-rollback.ts";
import { withHeaders } from "./request-store.ts";
import type { Given, Outcome, RowDetails, Subject, Who } from "./row.ts";
import { runCommand } from "./run-command.ts";
import { origin, type World } from "./world.ts";

export type Cell = { key: string; row: RowDetails; who: Who; subject: Subject };
/** Anything but an outcome is a fault of the row or of the product, in words. */
type Answer = Outcome | (string & {});

/** Does what a row says as one of the actors, and says what came of it. Nothing of it stays. */
export async function runCell(world: World, { key, row, who, subject }: Cell): Promise<Answer> {
  return inRollback(async (tx) => {
    const given = typeof row.given === "function" ? await row.given({ ...within(world, tx as unknown as World["db"]), subject }) : (row.given ?? {});
    const entries = async (outcome: string) => Number((await tx.execute<{ n: number }>(sql`select count(*)::int as n from audit_log where outcome = ${outcome}`)).rows[0]?.n);
    const before = [await entries("done"), await entries("refused")] as const;
    const headers = new Headers({ host: new URL(origin).host, ...world.headersOf(who), ...given.headers });
    const answer = await run(key, fill(given, subject), headers);
    await settledRefusals();
    const isChange = row.audited !== false && !/^(GET|page|route GET) /.test(key) && !(key.startsWith("command ") && row.for === "readers");
    const changed = (await entries("done")) > before[0];
    const refused = (await entries("refused")) > before[1];
    if (answer === "answered") return changed || !isChange ? (refused ? "refused" : "ok") : refused ? "refused" : "none";
    if (answer === "ok" && isChange && !changed) return "ok, but without an entry in the audit log (`audited: false` if none is due)";
    if (answer !== "ok" && changed) return `${answer}, but something was changed`;
    if (answer === "refused" && isChange && !refused) return "refused, but without an entry in the audit log";
    return answer;
  });
}

/** The world as seen from inside a cell's transaction, so that what a row makes goes with it. */
function within(world: World, db: World["db"]): World {
  const inside = (ctx: Ctx): Ctx => ({ ...ctx, db });
  const team = ({ member, maintainer, ...rest }: World["owners"]) => ({ ...rest, member: inside(member), maintainer: inside(maintainer) });
  const people = Object.fromEntries(Object.entries(world.people).map(([who, ctx]) => [who, inside(ctx)])) as World["people"];
  return { ...world, db, people, owners: team(world.owners), others: team(world.others), admin: inside(world.admin), administrator: inside(world.administrator), publish: (text, options, ctx = world.admin) => world.publish(text, options, inside(ctx)) };
}

function fill(given: Given, subject: Subject): Given {
  const params = { slug: subject.slug, n: "1", key: "GET~orders", name: "Order", id: subject.versionChannel, ...given.params };
  return { ...given, params };
}

async function run(key: string, given: Given, headers: Headers): Promise<Answer> {
  const [kind = "", rest = ""] = [key.split(" ")[0], key.slice(key.indexOf(" ") + 1)];
  if (kind === "page") return runPage(rest, given, headers);
  if (kind === "route") return runRoute(rest, given, headers);
  if (kind === "action") return runAction(rest, given, headers);
  if (kind === "command") return runCommand(rest, given, headers.get("authorization"), outcomeOf);
  return outcomeOf(await dispatch(requestOf(kind, `/api/v1${addressed(rest, given)}`, given, headers)));
}

/** Loads the page's data as the page does, and its title; what it would draw is not drawn. */
async function runPage(address: string, given: Given, headers: Headers): Promise<Answer> {
  const file = pageFiles().find((candidate) => addressOf(candidate) === address) ?? "";
  const { default: page, generateMetadata } = await load(file);
  const props = { params: Promise.resolve(given.params ?? {}), searchParams: Promise.resolve(given.query ?? {}) };
  headers.set("x-intermesh-path", addressed(address, given));
  return caught(async () => {
    await withHeaders(headers, async () => {
      await (page as (props: unknown) => unknown)(props);
      if (typeof generateMetadata === "function") await generateMetadata(props);
    });
    return "ok";
  });
}

async function runRoute(rest: string, given: Given, headers: Headers): Promise<Answer> {
  const [method = "GET", address = ""] = rest.split(" ");
  const file = routeFiles().find((candidate) => addressOf(candidate) === address) ?? "";
  const handler = (await load(file))[method] as (request: Request, context: unknown) => Promise<Response>;
  const request = requestOf(method, addressed(address, given), given, headers);
  return caught(async () => outcomeOf(await withHeaders(headers, async () => handler(request, { params: Promise.resolve(given.params ?? {}) }))));
}

/** A form's action answers with what to show; the audit log says whether it did something. */
async function runAction(rest: string, given: Given, headers: Headers): Promise<Answer> {
  const [file = "", name = ""] = rest.split("#");
  const action = (await load(file))[name] as (...given: unknown[]) => Promise<unknown>;
  const args = given.args ?? (action.length < 2 ? [formOf(given.form ?? {})] : [{}, formOf(given.form ?? {})]);
  return caught(async () => {
    await withHeaders(headers, () => action(...args));
    return "answered";
  });
}

/** What Next.js would make of what a page or an action throws. */
async function caught(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    const digest = String((error as { digest?: string }).digest ?? "");
    if (digest.startsWith("NEXT_REDIRECT")) return digest.includes(";/sign-in") ? "sign-in" : "ok";
    if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;404")) return "none";
    const { status } = error as { status?: number };
    if (status !== undefined) return outcomeOf({ status });
    throw error;
  }
}

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

