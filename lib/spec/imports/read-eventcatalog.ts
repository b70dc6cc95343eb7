import { load } from "js-yaml";
import { isObject, objectOf, textOf, textsOf } from "../values.ts";
import { bareService, type ImportedService, type ImportedUse, slugOfName } from "./imported-service.ts";

type Page = { path: string; text: string };
type Service = { slug: string; name: string; owners: string[]; domain: string | null; summary: string | null; sends: string[]; receives: string[]; file: string };

/** Whether a file is a page of EventCatalog: MDX with front matter that names an id. */
export function isEventCatalogPage({ path, text }: Page): boolean {
  return /\.mdx?$/.test(path) && /^---\r?\n[\s\S]*?^id:\s*\S/m.test(text.slice(0, 4_000));
}

/**
 * Services of an EventCatalog by their front matter: who receives an event uses the service that sends it, who sends a
 * command or query uses the one that receives it. Older versions of a page are left out.
 */
export function readEventCatalog(pages: Page[]): ImportedService[] {
  const current = pages.filter(({ path }) => !/(^|\/)versioned\//.test(path));
  const services = current.filter(({ path }) => /(^|\/)services\/[^/]+\/index\.mdx?$/.test(path)).flatMap(serviceOf);
  const commands = new Set(current.filter(({ path }) => /(^|\/)(commands|queries)\/[^/]+\/index\.mdx?$/.test(path)).flatMap((page) => textOf(frontMatter(page.text)["id"]) ?? []));
  return services.map(({ slug, name, owners, domain, summary, file, sends, receives }): ImportedService => {
    const use = (other: Service, message: string, flow: "event" | "command"): ImportedUse => ({
      words: `service:${other.slug}`, operation: null, message, flow, fields: [], file, line: null,
      sentence: flow === "event" ? `${name} receives \`${message}\`, which ${other.name} sends.` : `${name} sends \`${message}\`, which ${other.name} receives.`,
    });
    const others = services.filter((other) => other.slug !== slug);
    return {
      ...bareService(slug), title: name, description: summary, owner: owners[0] ?? null, domain,
      uses: [
        ...receives.filter((id) => !commands.has(id)).flatMap((id) => others.filter((other) => other.sends.includes(id)).map((other) => use(other, id, "event"))),
        ...sends.filter((id) => commands.has(id)).flatMap((id) => others.filter((other) => other.receives.includes(id)).map((other) => use(other, id, "command"))),
      ],
    };
  });
}

function serviceOf({ path, text }: Page): Service[] {
  const matter = frontMatter(text);
  const id = textOf(matter["id"]);
  if (!id) return [];
  const domain = /(?:^|\/)domains\/([^/]+)\//.exec(path)?.[1];
  return [{
    slug: slugOfName(id), name: textOf(matter["name"]) ?? id, owners: textsOf(matter["owners"]).map(slugOfName), domain: domain ? slugOfName(domain) : null, summary: textOf(matter["summary"])?.trim() ?? null,
    sends: idsOf(matter["sends"]), receives: idsOf(matter["receives"]), file: path,
  }];
}

function idsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(isObject).flatMap((item) => textOf(objectOf(item)["id"]) ?? []) : [];
}

function frontMatter(text: string): Record<string, unknown> {
  const yaml = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1];
  try {
    return objectOf(yaml === undefined ? null : load(yaml));
  } catch {
    return {};
  }
}
