import { Command, InvalidArgumentError } from "commander";
import { z } from "zod";
import { print } from "../output.ts";
import { readAnswer } from "../server/answers.ts";
import { serverOf, withServerOptions, type ServerOptions } from "../server/server-options.ts";

const FoundThing = z.object({ kind: z.string(), interface: z.object({ slug: z.string() }).nullish(), key: z.string(), name: z.string(), title: z.string().nullish(), url: z.string(), owner: z.string().nullish() });
const SearchAnswer = z.object({ results: z.array(FoundThing), total: z.number(), engine: z.string(), notes: z.array(z.object({ message: z.string() })).default([]), instead: z.array(z.object({ without: z.string(), total: z.number() })).default([]) });

type Options = ServerOptions & { kind?: string; owner?: string; domain?: string; format?: string; lifecycle?: string; tag?: string; limit: number; json?: boolean };

/** `intermesh search QUERY` */
export function searchCommand(): Command {
  const command = new Command("search")
    .description("Find interfaces, operations, channels, messages and fields: the same results as the page.")
    .argument("<words...>", "what to look for")
    .option("--kind <kind>", "interface, operation, channel, message, property, service, team or domain")
    .option("--owner <team>")
    .option("--domain <domain>")
    .option("--format <format>", "openapi or asyncapi")
    .option("--lifecycle <lifecycle>")
    .option("--tag <tag>")
    .option("--limit <n>", "results at most", toLimit, 20);
  return withServerOptions(command).option("--json", "the answer as one line of JSON").action(search);
}

async function search(words: string[], options: Options): Promise<void> {
  const server = serverOf(options);
  const { kind, owner, domain, format, lifecycle, tag, limit } = options;
  const answer = await server.request("/api/v1/search", { query: { q: words.join(" "), kind, owner, domain, format, lifecycle, tag, limit: String(limit) } });
  const { results, total, notes, instead } = readAnswer(SearchAnswer, answer, server.origin);
  if (options.json) return print(JSON.stringify(answer.body));
  for (const { message } of notes) print(message);
  if (results.length === 0) {
    if (instead.length === 0) return print("Nothing found. Try fewer or other words.");
    return print(`Nothing found. ${instead.map(({ without, total }) => `Without ${without}: ${total}.`).join(" ")}`);
  }
  for (const { kind, key, name, title, interface: within, owner, url } of results) {
    const what = title && title !== key ? `${key}  ${title}` : key || name;
    print(`${kind.padEnd(9)} ${what}${within && kind !== "interface" ? `  in ${within.slug}` : ""}${owner ? `  (${owner})` : ""}\n          ${new URL(url, server.origin).href}`);
  }
  if (total > results.length) print(`${total - results.length} more; see ${server.origin}/search?q=${encodeURIComponent(words.join(" "))}`);
}

function toLimit(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > 200) throw new InvalidArgumentError("It must be a number from 1 to 200.");
  return n;
}
