import type { Level } from "../change.ts";
import type { ChangeRule } from "./list-rules.ts";

const titles: Record<Level, string> = { breaking: "Breaking", risky: "Risky", info: "Info" };

/** The table of all rules as `docs/changes.md` shows it, the worst first. */
export function rulesAsMarkdown(rules: readonly ChangeRule[]): string {
  return (["breaking", "risky", "info"] as const).map((level) => `### ${titles[level]}\n\n${table(rules.filter((rule) => rule.level === level))}`).join("\n\n");
}

function table(rules: readonly ChangeRule[]): string {
  const rows = rules.map(({ id, reason, instead, undecided }) => `| \`${id}\` | ${reason}${undecided ? " *(cannot be decided)*" : ""} | ${instead ?? ""} |`);
  return ["| rule | why | what to do instead |", "| --- | --- | --- |", ...rows].join("\n");
}
