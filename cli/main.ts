import { Command, CommanderError } from "commander";
import { CommandError } from "./command-error.ts";
import { note } from "./output.ts";

// Only what is asked for is loaded: most of the time of a short command is loading.
const commands = {
  validate: async () => (await import("./commands/validate.ts")).validateCommand(),
  diff: async () => (await import("./commands/diff.ts")).diffCommand(),
  impact: async () => (await import("./commands/impact.ts")).impactCommand(),
  check: async () => (await import("./commands/check.ts")).checkCommand(),
  publish: async () => (await import("./commands/publish.ts")).publishCommand(),
  import: async () => (await import("./commands/import.ts")).importCommand(),
  reindex: async () => (await import("./commands/reindex.ts")).reindexCommand(),
  teams: async () => (await import("./commands/teams.ts")).teamsCommand(),
  search: async () => (await import("./commands/search.ts")).searchCommand(),
};

const program = new Command("intermesh")
  .description("Publishes, checks and finds the interfaces of a company.")
  .exitOverride()
  .showSuggestionAfterError()
  .addHelpText("after", "\nExit codes: 0 fine, 1 findings, 2 wrong usage or a failed read, 3 nothing was compared (check).");

const asked = process.argv[2] ?? "";
const chosen = Object.entries(commands).filter(([name]) => name === asked || !Object.hasOwn(commands, asked));
for (const [, load] of chosen) program.addCommand((await load()).exitOverride());

// A reader such as `head` may leave early; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof CommandError) {
    note(`error: ${error.message}`);
    process.exitCode = error.exitCode;
  } else {
    note(process.env["INTERMESH_DEBUG"] && error instanceof Error ? (error.stack ?? error.message) : `error: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}
