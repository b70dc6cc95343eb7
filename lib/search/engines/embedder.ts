import { createHash } from "node:crypto";
import { isIP } from "node:net";
import type { EmbeddersSettings } from "./meilisearch-settings.ts";
import type { SearchDocument } from "../search-document.ts";

/** A service that turns texts into vectors, by which the search server finds what means the same in other words. */
export type Embedder = {
  settings: EmbeddersSettings;
  /** Changes when another service or model is configured: vectors of two do not go together. */
  fingerprint: string;
  /** Whether a document's text may be sent there. */
  mayRead: (document: SearchDocument) => boolean;
};

export const embedderName = "words";

type Environment = {
  MEILI_EMBEDDER?: "rest" | "ollama" | "openAi" | undefined;
  MEILI_EMBEDDER_URL?: string | undefined;
  MEILI_EMBEDDER_MODEL?: string | undefined;
  MEILI_EMBEDDER_API_KEY?: string | undefined;
  MEILI_EMBEDDER_DIMENSIONS?: number | undefined;
  MEILI_EMBEDDER_REQUEST?: string | undefined;
  MEILI_EMBEDDER_RESPONSE?: string | undefined;
  MEILI_EMBEDDER_READS?: "public" | "all" | undefined;
};

const template = "{{doc.title}} {{doc.key}} of {{doc.interfaceTitle}}. {{doc.description}}";

/**
 * The embedder that the environment configures; null for none. What is not public goes to no embedder outside this machine
 * and its network, unless an administrator says so with `MEILI_EMBEDDER_READS=all`.
 * @throws Error for a request or response that is no JSON
 */
export function embedderOf(env: Environment): Embedder | null {
  const { MEILI_EMBEDDER: source, MEILI_EMBEDDER_URL: url } = env;
  if (!source) return null;
  const settings = {
    source,
    documentTemplate: template,
    ...(url ? { url } : {}),
    ...(env.MEILI_EMBEDDER_MODEL ? { model: env.MEILI_EMBEDDER_MODEL } : {}),
    ...(env.MEILI_EMBEDDER_API_KEY ? { apiKey: env.MEILI_EMBEDDER_API_KEY } : {}),
    ...(env.MEILI_EMBEDDER_DIMENSIONS ? { dimensions: env.MEILI_EMBEDDER_DIMENSIONS } : {}),
    ...(env.MEILI_EMBEDDER_REQUEST ? { request: parse("MEILI_EMBEDDER_REQUEST", env.MEILI_EMBEDDER_REQUEST) } : {}),
    ...(env.MEILI_EMBEDDER_RESPONSE ? { response: parse("MEILI_EMBEDDER_RESPONSE", env.MEILI_EMBEDDER_RESPONSE) } : {}),
  } as EmbeddersSettings[string];
  const readsAll = env.MEILI_EMBEDDER_READS === "all" || (env.MEILI_EMBEDDER_READS === undefined && source !== "openAi" && isInside(url));
  return {
    settings: { [embedderName]: settings },
    fingerprint: createHash("sha256").update(JSON.stringify([settings, readsAll])).digest("hex").slice(0, 12),
    // Fields are too many and say too little.
    mayRead: ({ kind, audience }) => kind !== "property" && (readsAll || audience.includes("public")),
  };
}

/** This machine, a private network, or a name without a domain. No address at all is a default of the source: `ollama` runs here. */
export function isInside(url: string | undefined): boolean {
  if (!url) return true;
  if (!URL.canParse(url)) return false;
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) === 0) return !host.includes(".") || /\.(local|internal|localhost|lan)$/.test(host);
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)/.test(host) || host === "::1" || /^f[cd]/i.test(host);
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${name} must be JSON, as Meilisearch's documentation of the \`rest\` embedder shows it.`, { cause });
  }
}
