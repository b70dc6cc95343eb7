import { load } from "js-yaml";
import { isObject, listOf, objectOf, textOf } from "../values.ts";
import { bareService, type ImportedService, type ImportedUse, slugOfName } from "./imported-service.ts";

type Page = { path: string; text: string };
type Service = { slug: string; name: string; owners: string[]; domain: string | null; summary: string | null; sends: string[]; receives: string[]; documents: string[]; file: string };

/** What a page may say that is no use, or is for its own site. */
const known = new Set([
  "id", "name", "version", "summary", "owners", "sends", "receives", "specifications", "schemaPath", "badges", "sidebar", "repository", "styles", "resourceGroups", "attachments",
  "externalIntegration", "editUrl", "hidden", "draft", "deprecated", "detailsPanel", "visualiser", "diagrams", "latestVersion",
]);

/** Whether a file is a page of EventCatalog: MDX with front matter that names an id. */
export function isEventCatalogPage({ path, text }: Page): boolean {
  return /\.mdx?$/.test(path) && /^---\r?\n[\s\S]*?^id:\s*\S/m.test(text.slice(0, 4_000));
}

/**
 * Services of an EventCatalog by their front matter: who receives an event uses the service that sends it, who sends a
 * command or query uses the one that receives it, both also where only a published document names the message. Their
 * specifications are what they provide. `problems` tells of everything that leads nowhere. Older versions of a page are left out.
 */
export function readEventCatalog(pages: Page[]): { services: ImportedService[]; problems: string[] } {
  const problems: string[] = [];
  const current = pages.filter(({ path }) => !/(^|\/)versioned\//.test(path));
  const services = current.filter(({ path }) => /(^|\/)services\/[^/]+\/index\.mdx?$/.test(path)).flatMap((page) => serviceOf(page, problems));
  if (services.length === 0) problems.push("None of the pages is of a service, `services/<name>/index.mdx`: no use follows from the others.");
  const commands = new Set(current.filter(({ path }) => /(^|\/)(commands|queries)\/[^/]+\/index\.mdx?$/.test(path)).flatMap((page) => textOf(frontMatter(page)["id"]) ?? []));
  return { problems, services: services.map((service): ImportedService => {
    const { slug, name, owners, domain, summary, file, documents } = service;
    const others = services.filter((other) => other.slug !== slug);
    const usesOf = (message: string, flow: "event" | "command"): ImportedUse[] => {
      const [does, doneTo] = flow === "event" ? (["receives", "sends"] as const) : (["sends", "receives"] as const);
      const use = (words: string, of: string | null, sentence: string): ImportedUse => ({ words, operation: null, message: of, flow, fields: [], file, line: null, sentence });
      const partners = others.filter((other) => other[doneTo].includes(message));
      if (partners.length > 0) return partners.map((other) => use(`service:${other.slug}`, message, `${name} ${does} \`${message}\`, which ${other.name} ${doneTo}.`));
      return [use(`message:${flow === "event" ? "send" : "receive"} ${message}`, null, `The page of ${name} says that it ${does} \`${message}\`.`)];
    };
    for (const message of service.sends) if (!commands.has(message) && !others.some(({ receives }) => receives.includes(message))) problems.push(`${file}: ${name} sends \`${message}\`, and no page says who receives it: no use follows.`);
    for (const message of service.receives) if (commands.has(message) && !others.some(({ sends }) => sends.includes(message))) problems.push(`${file}: ${name} receives the command \`${message}\`, and no page says who sends it: no use follows.`);
    for (const owner of owners.slice(1)) problems.push(`${file}: \`${owner}\` is not taken, a service has one owner here: \`${owners[0]}\`.`);
    return {
      ...bareService(slug), title: name, description: summary, owner: owners[0] ?? null, domain, provides: documents, page: file,
      uses: [...service.receives.filter((id) => !commands.has(id)).flatMap((id) => usesOf(id, "event")), ...service.sends.filter((id) => commands.has(id)).flatMap((id) => usesOf(id, "command"))],
    };
  }) };
}

function serviceOf(page: Page, problems: string[]): Service[] {
  const { path } = page;
  const matter = frontMatter(page, problems);
  const id = textOf(matter["id"]);
  if (!id) return [];
  for (const member of Object.keys(matter)) if (!known.has(member)) problems.push(`${path}: \`${member}\` is not read.`);
  const domain = /(?:^|\/)(?:domains|subdomains)\/([^/]+)\/services\//.exec(path)?.[1];
  const ids = (member: string) => idsOf(matter[member], `${path}: \`${member}\``, problems);
  return [{
    slug: slugOfName(id), name: textOf(matter["name"]) ?? id, owners: ids("owners").map(slugOfName), domain: domain ? slugOfName(domain) : null, summary: textOf(matter["summary"])?.trim() ?? null,
    sends: ids("sends"), receives: ids("receives"), documents: documentsOf(matter["specifications"], path, problems), file: path,
  }];
}

/** Ids, as texts or as `{ id }`. */
function idsOf(value: unknown, place: string, problems: string[]): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) problems.push(`${place} is no list.`);
  return listOf(value).flatMap((item) => {
    const id = isObject(item) ? textOf(item["id"]) : textOf(item);
    if (!id) problems.push(`${place} has an entry without an id.`);
    return id ?? [];
  });
}

/** `{ openapiPath }`, or a list of `{ type, path }`. */
function documentsOf(value: unknown, place: string, problems: string[]): string[] {
  const paths = Array.isArray(value) ? value.map((item) => textOf(objectOf(item)["path"])) : Object.values(objectOf(value)).map(textOf);
  if (paths.includes(null)) problems.push(`${place}: \`specifications\` has an entry without a path.`);
  return [...new Set(paths.filter((path) => path !== null))];
}

function frontMatter({ path, text }: Page, problems?: string[]): Record<string, unknown> {
  const yaml = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1];
  try {
    return objectOf(yaml === undefined ? null : load(yaml));
  } catch (error) {
    problems?.push(`${path}: its front matter cannot be read as YAML: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}.`);
    return {};
  }
}
