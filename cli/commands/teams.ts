import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { z } from "zod";
import { CommandError } from "../command-error.ts";
import { print } from "../output.ts";
import { readAnswer } from "../server/answers.ts";
import { serverOf, withServerOptions, type ServerOptions } from "../server/server-options.ts";

const Imported = z.object({ domains: z.number(), teams: z.number(), members: z.number(), groups: z.number(), unknown: z.array(z.string()) });

type Options = ServerOptions & { dryRun?: boolean; json?: boolean };

/** `intermesh teams FILE` */
export function teamsCommand(): Command {
  const command = new Command("teams")
    .description("Bring in teams, domains, memberships and groups from a file. What is there is kept up to date, nobody is removed.")
    .argument("<file>", "YAML, or CSV with the columns team, name, domain, email, role")
    .option("--dry-run", "only say what would change");
  return withServerOptions(command).option("--json", "the answer as one line of JSON").action(run);
}

async function run(file: string, options: Options): Promise<void> {
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new CommandError(`${file} cannot be read (${cause.code ?? cause.message}).`, 2, { cause });
  });
  const server = serverOf(options);
  const answer = await server.request("/api/v1/teams/import", { method: "POST", contentType: "application/json", body: () => JSON.stringify({ text, dry: options.dryRun ?? false }) });
  const { domains, teams, members, groups, unknown } = readAnswer(Imported, answer, server.origin);
  if (options.json) return print(JSON.stringify(answer.body));
  print(`${options.dryRun ? "would make or change" : "made or changed"} ${domains} domains, ${teams} teams, ${members} memberships, ${groups} groups`);
  for (const email of unknown) print(`no account yet: ${email}`);
}
