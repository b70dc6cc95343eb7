import { Command, CommanderError } from "commander";
import { CommandError } from "./command-error.ts";
import { importCommand } from "./commands/import.ts";
import { publishCommand } from "./commands/publish.ts";
import { searchCommand } from "./commands/search.ts";
import { note } from "./output.ts";

const program = new Command("intermesh")
  .description("Publishes, checks and finds the interfaces of a company.")
  .exitOverride()
  .showSuggestionAfterError()
  .addHelpText("after", "\nExit codes: 0 fine, 1 findings, 2 wrong usage or a failed read.");

for (const command of [publishCommand(), importCommand(), searchCommand()]) program.addCommand(command.exitOverride());

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
