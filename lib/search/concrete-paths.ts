import { eraseParameters } from "./words.ts";

const schemeAndHost = /^(?:https?|wss?):\/\/(?:[^/@\s]*@)?/i;
const segmentsMax = 12;
/** How many leading segments may be a host or a base path, and how many plain words may stand for a parameter. */
const droppedMax = 3;
const erasedMax = 2;
const costs = { value: 0.02, literalValue: 0.06, word: 0.15, base: 0.04, segment: 0.1 };

/** What somebody copied out of a terminal, as a method and an address; other text as it is. */
export function readCommand(text: string): string {
  if (!/^\s*\$?\s*curl\s/i.test(text)) return text;
  const address = /(?:https?:\/\/|(?<=\s)\/)[^\s'"]+/i.exec(text)?.[0];
  if (!address) return text;
  const method = /\s(?:-X|--request)[\s=]*["']?([a-z]+)/i.exec(text)?.[1] ?? (/\s(?:-d|--data\S*|--json|-F)\s/.test(text) ? "POST" : "GET");
  return `${method} ${address}`;
}

/** An address without its scheme, what signs one in, its query and its fragment; a path without the last two. */
export function bareAddress(text: string): string {
  const bare = text.replace(schemeAndHost, "");
  return bare.includes("/") || bare !== text ? bare.replace(/[?#].*$/s, "") : bare;
}

export function isAddress(text: string): boolean {
  return schemeAndHost.test(text);
}

/** Whether a segment of a path is likelier a value than a word: a number, an id, a date, a mail address. */
export function isValue(text: string): boolean {
  const segment = text.slice(0, text.length - endOf(text).length);
  if (/^v\d+([.-]\w+)?$/i.test(segment)) return false;
  if (/^\d+$/.test(segment) || /^\d{4}-\d{2}(-\d{2})?([t ].*)?$/i.test(segment) || segment.includes("@") || segment.includes("%")) return true;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(segment) || /^[a-z]{1,8}[-_]?\d{2,}$/i.test(segment)) return true;
  return segment.length >= 12 && /\d/.test(segment) && /^[\w-]+$/.test(segment);
}

/**
 * What a path with values in it may be in a document: `/v1/bookings/123` is `/v1/bookings/{}` or, where `/v1` is the server's
 * base path, `/bookings/{}`. Takes a path with or without a host before it, parameters erased; gives identities as
 * `SearchDocument.exact` has them, each with how well it agrees, up to 1. A value is likelier a parameter than a word is.
 */
export function pathsLike(path: string): Map<string, number> {
  const segments = path.split("/").filter(Boolean);
  const found = new Map<string, number>();
  if (segments.length === 0 || segments.length > segmentsMax) return found;
  const isTemplate = segments.includes("{}");
  const words = segments.flatMap((segment, at) => (at > 0 && segment !== "{}" && !isValue(segment) ? [at] : []));
  for (const erased of isTemplate ? [[]] : subsets(words, erasedMax)) {
    for (const { keepsValues, keepsEnds } of readings(segments)) {
      const made = segments.map((segment, at) => (erased.includes(at) || (!keepsValues && isValue(segment)) ? `{}${keepsEnds ? endOf(segment) : ""}` : segment));
      let cost = erased.length * costs.word + (keepsValues ? costs.literalValue : segments.filter(isValue).length * costs.value);
      for (let from = 0; from <= Math.min(droppedMax, made.length - 1); from++) {
        if (from > 0) cost += isBase(segments[from - 1] ?? "") ? costs.base : costs.segment;
        const kept = made.slice(from);
        // A path begins with a word of its own, which is never what stands for a parameter.
        if (!kept.some((segment) => segment !== "{}") || erased.some((at) => at <= from)) continue;
        const isBare = from === 0 && !path.startsWith("/");
        for (const identity of isBare ? [kept.join("/"), `/${kept.join("/")}`] : [`/${kept.join("/")}`]) found.set(identity, Math.max(found.get(identity) ?? 0, 1 - cost));
      }
    }
  }
  return found;
}

/** `/v1` after what the path of a server ends in: an operation's address as callers write it. */
export function withBase(base: string, path: string): string {
  return eraseParameters(`${base.replace(/\/+$/, "")}/${path.replace(/^\/+/, "")}`);
}

/** What stands before the paths of a document rather than in them: a host, a version, `api`. */
function isBase(segment: string): boolean {
  return /^(?:v?\d+(?:\.\d+)*|api|apis|rest|public|localhost)$/i.test(segment) || /^[\w.-]+(?:\.[a-z]{2,}|:\d+)$/i.test(segment);
}

/** `/orders/7.json` may be `/orders/{id}.json` as well as `/orders/{name}`. */
function readings(segments: string[]) {
  const values = segments.some(isValue) ? [false, true] : [false];
  const ends = segments.some((segment) => endOf(segment) !== "") ? [true, false] : [false];
  return values.flatMap((keepsValues) => ends.map((keepsEnds) => ({ keepsValues, keepsEnds })));
}

function endOf(segment: string): string {
  return /\.(?:json|xml|csv|pdf|html?)$/i.exec(segment)?.[0] ?? "";
}

function subsets(items: number[], sizeMax: number): number[][] {
  const found: number[][] = [[]];
  for (const item of items) for (const subset of [...found]) if (subset.length < sizeMax) found.push([...subset, item]);
  return found;
}
