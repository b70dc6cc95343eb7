import type { Product } from "#scripts/run/start-product.ts";
import type { StartOptions } from "#scripts/run/start-options.ts";

/** What `npm start` says when everything runs. */
export function greeting(input: { options: StartOptions; product: Product; home: string; ready: boolean }): string {
  const { options, product, home } = input;
  const lines = ["", `Intermesh ${input.ready ? "is ready" : "runs, and is still preparing its data"}: ${options.url}`, ""];
  const row = (name: string, text: string) => lines.push(`  ${name.padEnd(9)}${text}`);
  for (const [index, line] of product.advice.split("\n").entries()) if (line) row(index === 0 ? "Sign in" : "", line);
  row("Search", product.search === "meilisearch" ? `Meilisearch${options.meiliUrl ? ` at ${options.meiliUrl}` : ""}` : "PostgreSQL; no Meilisearch was found (docs/operate.md, Search)");
  row("Data", options.databaseUrl ? `your PostgreSQL at ${new URL(options.databaseUrl).host}; the rest in ${home}` : home);
  if (!options.isLocal && !["1", "true", "public"].includes(process.env["ANONYMOUS_READ"] ?? "")) row("Access", "other machines reach this server, so reading needs signing in; ANONYMOUS_READ=public opens what is public, ANONYMOUS_READ=1 what is internal as well");
  row("Stop", "Ctrl-C; everything is there at the next start");
  return lines.join("\n") + "\n";
}
