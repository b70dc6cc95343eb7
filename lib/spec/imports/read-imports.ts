import { decodeText } from "../text/decode-text.ts";
import type { ImportedFile } from "./imported-service.ts";
import { isArazzo, readArazzo } from "./read-arazzo.ts";
import { isHar, readHar } from "./read-har.ts";
import { isPact, readPact } from "./read-pact.ts";
import { readBackstage } from "./read-backstage.ts";
import { isEventCatalogPage, readEventCatalog } from "./read-eventcatalog.ts";

type Input = { path: string; bytes: Uint8Array };

/**
 * What foreign files say of services and their uses: Pact contracts, HAR recordings, Arazzo workflows, Backstage
 * entries, EventCatalog pages.
 * Files of other kinds are left out. `service` is whose recordings and workflows they are.
 */
export function readImports(files: Input[], { service }: { service?: string } = {}): ImportedFile[] {
  const texts = files.map(({ path, bytes }) => ({ path, text: decodeText(bytes).text }));
  const pages = texts.filter(isEventCatalogPage);
  const eventCatalog = pages.length > 0 ? [{ kind: "eventcatalog" as const, path: commonFolder(pages.map(({ path }) => path)), ...readEventCatalog(pages) }] : [];
  return [...eventCatalog, ...texts.filter((file) => !pages.includes(file)).flatMap(({ path, text }) => readOne(path, text, service))];
}

function readOne(path: string, text: string, service: string | undefined): ImportedFile[] {
  if (isArazzo(text)) return [readArazzo(text, path, service)];
  if (/\.ya?ml$/.test(path)) {
    if (!/^apiVersion:\s*["']?backstage\.io\//m.test(text)) return [];
    try {
      return [{ kind: "backstage", path, services: readBackstage(text, path), problems: [] }];
    } catch (error) {
      return [{ kind: "backstage", path, services: [], problems: [`It cannot be read as YAML: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}.`] }];
    }
  }
  const tree = jsonOf(text);
  if (isPact(tree)) return [{ kind: "pact", path, services: readPact(tree, path), problems: [] }];
  if (!isHar(tree)) return [];
  if (service === undefined) return [{ kind: "har", path, services: [], problems: ["A recording does not say who made the calls: name the service."] }];
  return [{ kind: "har", path, services: readHar(tree, path, service), problems: [] }];
}

function jsonOf(text: string): unknown {
  if (!/^\s*\{/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function commonFolder(paths: string[]): string {
  const [first = ""] = paths;
  let length = first.lastIndexOf("/") + 1;
  while (length > 0 && !paths.every((path) => path.startsWith(first.slice(0, length)))) length = first.lastIndexOf("/", length - 2) + 1;
  return first.slice(0, length).replace(/\/$/, "") || ".";
}
