import { Option, type Command } from "commander";

export type PublishOptionValues = { owner?: string; service?: string; visibility?: string; strict?: boolean; reason?: string };

/** The options that publish and import share: how what they publish is to be stored. */
export function publishOptions(command: Command): Command {
  return command
    .option("--owner <team>", "slug of the owning team, for a new interface")
    .option("--service <slug>", "the service that provides it")
    .addOption(new Option("--visibility <who>", "who sees it, for a new interface").choices(["public", "internal", "listed", "private"]))
    .option("--strict", "reject a document that breaks its specification")
    .option("--reason <text>", "why a breaking version is published");
}

export function queryOf(options: PublishOptionValues): Record<string, string | undefined> {
  const { owner, service, visibility, strict, reason } = options;
  return { owner, service, visibility, reason, strict: strict ? "true" : undefined };
}

/** The options that say which interface a document is of. */
export function identityOptions(command: Command): Command {
  return command
    .option("--interface <slug>", "the interface it is a version of; else repository and path say")
    .option("--new", "a new interface, though others have its title; with --line, a new line")
    .option("--line <name>", "line of the interface, where major versions live side by side")
    .option("--repository <address>", "the repository it is known by (else the git remote origin)")
    .option("--path <path>", "its path in the repository (else where the file lies in the checkout)");
}
