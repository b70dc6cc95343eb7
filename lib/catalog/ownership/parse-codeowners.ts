/** One line of a CODEOWNERS file that names owners, or, with none, that a path has none. */
export type CodeownersRule = { pattern: string; owners: string[]; line: number; matches: (path: string) => boolean };

/**
 * Reads a CODEOWNERS file as GitHub does: patterns like those of .gitignore, the last that matches decides; `!` and
 * `[ ]` are not part of it. GitLab's section headings are passed over; the owners of a section hold for its lines.
 */
export function parseCodeowners(text: string): CodeownersRule[] {
  const rules: CodeownersRule[] = [];
  let sectionOwners: string[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/(^|\s)#.*$/, "").trim();
    if (line === "") continue;
    const section = /^\^?\[[^\]]+\](?:\[\d+\])?\s*(.*)$/.exec(line);
    if (section) {
      sectionOwners = ownersOf(section[1] ?? "");
      continue;
    }
    const [pattern = "", ...rest] = line.match(/(?:\\.|\S)+/g) ?? [];
    if (pattern === "" || pattern.startsWith("!")) continue;
    const owners = rest.filter(isOwner);
    rules.push({ pattern: pattern.replace(/\\(.)/g, "$1"), owners: owners.length > 0 ? owners : sectionOwners, line: index + 1, matches: matcherOf(pattern.replace(/\\(.)/g, "$1")) });
  }
  return rules;
}

/** The rule that decides for a path, its folders relative to the repository; `null` when none speaks of it. */
export function findCodeownersRule(rules: CodeownersRule[], path: string): CodeownersRule | null {
  const clean = path.replace(/^(?:\.?\/)+/, "");
  return rules.findLast((rule) => rule.matches(clean)) ?? null;
}

const isOwner = (word: string) => word.startsWith("@") || /^[^@\s]+@[^@\s]+$/.test(word);
const ownersOf = (text: string) => text.split(/\s+/).filter(isOwner);

function matcherOf(pattern: string): (path: string) => boolean {
  // With a slash before its end a pattern is tied to the root, otherwise it holds at any depth.
  const isTied = pattern.slice(0, -1).includes("/");
  const body = pattern.replace(/^\/+/, "").replace(/\/+$/, "");
  if (body === "") return () => true;
  const source = body
    .split("/")
    .map((part) => (part === "**" ? "**" : escapeRegExp(part).replaceAll("\\*", "[^/]*").replaceAll("\\?", "[^/]")))
    .join("/")
    .replace(/^\*\*\//, "(?:.*/)?")
    .replace(/\/\*\*$/, "/.*")
    .replaceAll("/**/", "/(?:.*/)?")
    .replaceAll("**", ".*");
  // `docs/*` means the files directly in docs; anything else also means all below it.
  const below = body.endsWith("/*") ? "" : pattern.endsWith("/") ? "/.*" : "(?:/.*)?";
  const regExp = new RegExp(`^${isTied ? "" : "(?:.*/)?"}${source}${below}$`);
  return (path) => regExp.test(path);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
