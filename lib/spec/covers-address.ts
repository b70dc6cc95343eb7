import { brokerFamily } from "./broker-place.ts";

type Style = { separator: string; one: string; many: string; manyLastOnly: boolean };

/** How subscribers write wildcards: MQTT 5.0 section 4.7, AMQP 0-9-1 section 3.1.3.3 (topic exchanges). */
const styles: Record<string, Style> = {
  mqtt: { separator: "/", one: "+", many: "#", manyLastOnly: true },
  amqp: { separator: ".", one: "*", many: "#", manyLastOnly: false },
};

/** Whether an address holds a wildcard, in the way of its protocol. */
export function isPattern(protocol: string, address: string): boolean {
  const style = styles[brokerFamily(protocol)];
  return style !== undefined && address.split(style.separator).some((word) => word === style.one || word === style.many);
}

/**
 * How much of what is sent to `address` a subscription to `pattern` takes in, parameters of both erased to `{}`: all of
 * it, some of it (where a parameter would have to have one value), or nothing. `null` for protocols without wildcards.
 */
export function coversAddress(protocol: string, pattern: string, address: string): "all" | "some" | null {
  const style = styles[brokerFamily(protocol)];
  if (!style) return null;
  return coverWords(pattern.replace(/^\$share\/[^/]+\//, "").split(style.separator), address.split(style.separator), style);
}

function coverWords([first, ...rest]: string[], words: string[], style: Style): "all" | "some" | null {
  if (first === undefined) return words.length === 0 ? "all" : null;
  if (first === style.many && (rest.length === 0 || !style.manyLastOnly)) {
    const cuts = rest.length === 0 ? ["all" as const] : words.concat("").map((_, cut) => coverWords(rest, words.slice(cut), style));
    return cuts.includes("all") ? "all" : cuts.includes("some") ? "some" : null;
  }
  const [word, ...others] = words;
  if (word === undefined) return null;
  const here = first === style.one || first === "{}" || first === word ? "all" : /\{\}/.test(first + word) && mayEqual(first, word) ? "some" : null;
  const after = here && coverWords(rest, others, style);
  return after === null ? null : here === "all" && after === "all" ? "all" : "some";
}

/** Whether two words may be the same text, where `{}` is any. */
function mayEqual(one: string, other: string): boolean {
  const [start, end] = [(text: string) => text.split("{}")[0] ?? "", (text: string) => text.split("{}").at(-1) ?? ""];
  const fits = (a: string, b: string, has: "startsWith" | "endsWith") => a[has](b) || b[has](a);
  return fits(start(one), start(other), "startsWith") && fits(end(one), end(other), "endsWith");
}
