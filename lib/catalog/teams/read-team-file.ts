import { parse } from "yaml";
import { z } from "zod";
import { ValidationError } from "#lib/errors.ts";
import { NewSlug } from "../interfaces/rename-interface.ts";

const Emails = z.array(z.email("is not an e-mail address").transform((email) => email.toLowerCase())).max(1000).default([]);
const Group = z.union([z.string().min(1).max(300).transform((name) => ({ name, role: "member" as const })), z.object({ name: z.string().min(1).max(300), role: z.enum(["member", "maintainer"]).default("member") })]);

/** Teams, domains, memberships and groups as a file lists them. */
export const TeamFile = z.object({
  domains: z.array(z.object({ slug: NewSlug, name: z.string().trim().min(1).max(200).optional(), description: z.string().trim().max(2_000).optional() })).max(2_000).default([]),
  teams: z
    .array(
      z.object({
        slug: NewSlug,
        name: z.string().trim().min(1).max(200).optional(),
        description: z.string().trim().max(2_000).optional(),
        contact: z.string().trim().max(500).optional(),
        domain: NewSlug.optional(),
        maintainers: Emails,
        members: Emails,
        groups: z.array(Group).max(200).default([]),
      }),
    )
    .max(5_000)
    .default([]),
});
export type TeamFile = z.infer<typeof TeamFile>;

/** Reads YAML (or JSON), or CSV with the columns team, name, domain, email, role. @throws ValidationError that says where */
export function readTeamFile(text: string): TeamFile {
  const isTable = /^\uFEFF?[^\n:{[]*\bteam\b[^\n:{[]*[,;]/i.test(text);
  const parsed = TeamFile.safeParse(isTable ? fromTable(text) : fromYaml(text));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.map((part, index) => (typeof part === "number" ? `[${part + 1}]` : `${index > 0 ? "." : ""}${String(part)}`)).join("") || "The file"}: ${message}`);
  throw new ValidationError(`The file is not as it should be. ${faults.join("; ")}${parsed.error.issues.length > 5 ? `; and ${parsed.error.issues.length - 5} more` : ""}.`, { text: faults[0] ?? "" });
}

function fromYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 100 }) ?? {};
  } catch (cause) {
    const said = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : "unreadable";
    throw new ValidationError(`The file is no YAML: ${said.replace(/[.:]$/, "")}.`, { text: said });
  }
}

function fromTable(text: string): unknown {
  const [head = [], ...rows] = rowsOf(text.replace(/^\uFEFF/, ""));
  const columns = head.map((name) => name.trim().toLowerCase());
  const unknown = columns.filter((name) => !["team", "name", "domain", "email", "role"].includes(name));
  if (unknown.length > 0) throw new ValidationError(`The table has a column "${unknown[0]}". Its columns are team, name, domain, email and role; only team is needed.`, { text: "unknown column" });
  const teams = new Map<string, { slug: string; name?: string; domain?: string; maintainers: string[]; members: string[] }>();
  for (const [index, row] of rows.entries()) {
    const cell = (name: string) => row[columns.indexOf(name)]?.trim() ?? "";
    const [slug, email, role] = [cell("team").toLowerCase(), cell("email"), cell("role").toLowerCase() || "member"];
    if (slug === "") throw new ValidationError(`Line ${index + 2} of the table names no team.`, { text: `line ${index + 2}` });
    if (role !== "member" && role !== "maintainer") throw new ValidationError(`Line ${index + 2} of the table: the role is "${role}". It is member or maintainer.`, { text: `line ${index + 2}` });
    const team = teams.get(slug) ?? { slug, maintainers: [], members: [] };
    teams.set(slug, team);
    if (cell("name")) team.name = cell("name");
    if (cell("domain")) team.domain = cell("domain").toLowerCase();
    if (email) (role === "maintainer" ? team.maintainers : team.members).push(email);
  }
  const domains = [...new Set([...teams.values()].flatMap(({ domain }) => domain ?? []))].map((slug) => ({ slug }));
  return { domains, teams: [...teams.values()] };
}

/** Rows of a table (RFC 4180), with commas or, where the head has them, semicolons; empty ones are passed over. */
function rowsOf(text: string): string[][] {
  const separator = (text.split("\n", 1)[0] ?? "").includes(";") ? ";" : ",";
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], "", false];
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (row.some((value) => value.trim() !== "")) rows.push(row);
    row = [];
  };
  let [line, opened] = [1, 1];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? "";
    if (letter === "\n") line++;
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (letter === '"') {
      quoted = !quoted;
      if (quoted) opened = line;
    }
    else if (!quoted && letter === separator) endCell();
    else if (!quoted && letter === "\n") endRow();
    else if (quoted || letter !== "\r") cell += letter;
  }
  if (quoted) throw new ValidationError(`Line ${opened} of the table opens a quotation mark that nothing closes.`, { text: `line ${opened}` });
  endRow();
  return rows;
}
