import type { Ctx } from "#lib/auth/context.ts";
import { getComparison } from "#lib/catalog/comparisons/get-comparison.ts";
import { reportOf } from "#lib/catalog/comparisons/report-of.ts";
import { channelUrl, interfaceUrl, messageUrl, schemaUrl } from "#lib/catalog/urls/entity-url.ts";
import { getChannel } from "#lib/catalog/channels/get-channel.ts";
import { getInterface } from "#lib/catalog/interfaces/get-interface.ts";
import { getMessage } from "#lib/catalog/parts/get-message.ts";
import { getOperation } from "#lib/catalog/parts/get-operation.ts";
import { getSchema } from "#lib/catalog/parts/get-schema.ts";
import { listChannels } from "#lib/catalog/channels/list-channels.ts";
import { listInterfaces } from "#lib/catalog/interfaces/list-interfaces.ts";
import { listOperations } from "#lib/catalog/parts/list-operations.ts";
import { listSchemas } from "#lib/catalog/parts/list-schemas.ts";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import { NotFoundError } from "#lib/errors.ts";
import { exampleValue } from "#lib/spec/examples/example-value.ts";
import { messageMarkdown } from "#lib/spec/markdown/message-markdown.ts";
import { operationMarkdown } from "#lib/spec/markdown/operation-markdown.ts";
import { blockMarkdown, codeMarkdown, plainMarkdown, safeMarkdown } from "#lib/spec/markdown/safe-markdown.ts";
import { schemaMarkdown } from "#lib/spec/markdown/schema-markdown.ts";
import { asMarkdown } from "#lib/spec/report/markdown.ts";
import { consumersMarkdown, versionsMarkdown } from "./record-markdown.ts";

export type At = { slug: string; line: string | null; version: number | null };

/**
 * The Markdown of a page, by the path of the page without `.md`; `null` for a page that has none. `origin`: of this site. Throws what the verbs
 * throw: what the reader may not see is not found.
 */
export async function markdownOf(ctx: Ctx, path: string, query: URLSearchParams, origin: string): Promise<string | null> {
  const [place, slug, tab, ...rest] = path.split("/").filter((part) => part !== "").map(decoded);
  if (place !== "interfaces") return null;
  if (slug === undefined) return interfacesMarkdown(ctx, query.get("cursor"));
  const at = { slug, line: query.get("line"), version: sequenceIn(query, "version") };
  const id = rest.join("/");
  if (tab === undefined || tab === "reference") return interfaceMarkdown(ctx, at);
  if (tab === "channels" && id === "") return channelsMarkdown(ctx, at);
  if (tab === "schemas" && id === "") return schemasMarkdown(ctx, at);
  if (tab === "diff" && id === "") return comparisonMarkdown(ctx, at, query, origin);
  if (tab === "versions") return id === "" ? versionsMarkdown(ctx, at) : interfaceMarkdown(ctx, { ...at, version: sequenceIn(new URLSearchParams({ version: id }), "version") });
  if (tab === "consumers" && id === "") return consumersMarkdown(ctx, at, query.get("operation"));
  if (id === "") return null;
  if (tab === "operations") return operationPage(ctx, at, id);
  if (tab === "channels") return channelMarkdown(ctx, at, id);
  if (tab === "messages") return messagePage(ctx, at, id);
  return tab === "schemas" ? schemaPage(ctx, at, id) : null;
}

/** The catalog as a list, for `/llms.txt`: https://llmstxt.org. */
export async function interfacesMarkdown(ctx: Ctx, cursor: string | null): Promise<string> {
  const { items, next } = await listInterfaces({ ctx, input: { limit: 200, ...(cursor ? { cursor } : {}) } });
  return [
    "# Intermesh",
    "> The interfaces of this company: who offers what, described by OpenAPI and AsyncAPI documents. Every page is also here as Markdown: add `.md` to its address.",
    "## Interfaces",
    items.map((item) => `- [${plainMarkdown(item.title)}](${link(interfaceUrl({ slug: item.slug }))}): ${plainMarkdown(item.summary ?? `${item.format}, ${item.label}`)}`).join("\n"),
    next ? `[More](/interfaces.md?cursor=${encodeURIComponent(next)})` : "",
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

async function interfaceMarkdown(ctx: Ctx, at: At): Promise<string> {
  const [detail, operations] = await Promise.all([getInterface({ ctx, input: at }), listOperations({ ctx, input: at })]);
  return [
    `# ${plainMarkdown(detail.title)}`,
    `${detail.format === "openapi" ? "OpenAPI" : "AsyncAPI"} ${plainMarkdown(detail.version.specVersion)}, version ${detail.version.sequence} (${plainMarkdown(detail.version.label)}), ${detail.lifecycle}${detail.owner ? `, owned by ${plainMarkdown(detail.owner.name)}` : ""}`,
    detail.description ? safeMarkdown(detail.description) : detail.summary ? plainMarkdown(detail.summary) : "",
    detail.facts.servers?.length > 0 ? `## Servers\n\n${detail.facts.servers.map((server) => `- ${codeMarkdown(server.url)}`).join("\n")}` : "",
    `## Operations\n\n${operations.map((operation) => `- [${plainMarkdown(operation.display)}](${link(operationUrl({ ...at, key: operation.key }))})${operation.deprecated ? " (deprecated)" : ""}${operation.summary ? `: ${plainMarkdown(operation.summary)}` : ""}`).join("\n") || "None."}`,
    `[Schemas](${link(interfaceUrl({ ...at, tab: "schemas" }))})${detail.format === "asyncapi" ? ` · [Channels](${link(interfaceUrl({ ...at, tab: "channels" }))})` : ""}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

async function comparisonMarkdown(ctx: Ctx, { slug, line }: At, query: URLSearchParams, origin: string): Promise<string> {
  return asMarkdown(reportOf(await getComparison({ ctx, input: { slug, line, from: sequenceIn(query, "from"), to: sequenceIn(query, "to") } }), origin)).trimEnd();
}

/** `null` where it is not asked for. @throws NotFoundError for what is the number of no version */
function sequenceIn(query: URLSearchParams, name: string): number | null {
  const written = query.get(name);
  if (written === null || written === "") return null;
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new NotFoundError("version", written.slice(0, 40));
  return Number(written);
}

async function operationPage(ctx: Ctx, at: At, key: string): Promise<string> {
  const [opened, detail] = await Promise.all([getOperation({ ctx, input: { ...at, key } }), getInterface({ ctx, input: at })]);
  const names = opened.channel?.servers ?? null;
  const servers = (opened.operation.servers ?? detail.facts.servers ?? []).filter((server) => names === null || server.name === null || names.includes(server.name));
  const moved = opened.movedFrom === null ? "" : `${codeMarkdown(opened.movedFrom)} was declared moved here.\n\n`;
  return moved + operationMarkdown({ ...opened, schemas: new Map(Object.entries(opened.schemas)), servers, securitySchemes: detail.facts.securitySchemes ?? [], owner: detail.services.length === 1 ? (detail.services[0]?.name ?? detail.title) : detail.title });
}

async function schemaPage(ctx: Ctx, at: At, id: string): Promise<string> {
  const { schema, schemas } = await getSchema({ ctx, input: { ...at, id } });
  const known = new Map(Object.entries({ ...schemas, [schema.id]: schema }));
  return [`# ${plainMarkdown(schema.name)}`, codeMarkdown(schema.id), schema.description ? safeMarkdown(schema.description) : "", schemaMarkdown(schema.json, known), `## Example\n\n${blockMarkdown(JSON.stringify(exampleValue(schema.json, known), null, 2), "json")}`].filter((part) => part !== "").join("\n\n");
}

async function messagePage(ctx: Ctx, at: At, id: string): Promise<string> {
  const { message, channels, schemas } = await getMessage({ ctx, input: { ...at, id } });
  const carried = channels.length === 0 ? "" : `\n\nCarried by ${channels.map((channel) => `[${plainMarkdown(channel.address ?? channel.id)}](${link(channelUrl({ ...at, id: channel.id }))})`).join(", ")}.`;
  return messageMarkdown(message, new Map(Object.entries(schemas)), "#") + carried;
}

async function channelMarkdown(ctx: Ctx, at: At, id: string): Promise<string> {
  const { channel, messages, operations, schemas } = await getChannel({ ctx, input: { ...at, id } });
  return [
    `# ${plainMarkdown(channel.address ?? channel.id)}`,
    channel.description ? safeMarkdown(channel.description) : "",
    operations.map((operation) => `- [${plainMarkdown(operation.display)}](${link(operationUrl({ ...at, key: operation.key }))})${operation.summary ? `: ${plainMarkdown(operation.summary)}` : ""}`).join("\n"),
    ...messages.map((message) => messageMarkdown(message, new Map(Object.entries(schemas)), "##")),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

async function channelsMarkdown(ctx: Ctx, at: At): Promise<string> {
  const channels = await listChannels({ ctx, input: at });
  const lines = channels.map((channel) => `- [${plainMarkdown(channel.address ?? channel.id)}](${link(channelUrl({ ...at, id: channel.id }))})${channel.messages.length > 0 ? `: ${channel.messages.map((id) => `[${plainMarkdown(id)}](${link(messageUrl({ ...at, id }))})`).join(", ")}` : ""}`);
  return `# Channels\n\n${lines.join("\n") || "None."}`;
}

async function schemasMarkdown(ctx: Ctx, at: At): Promise<string> {
  const schemas = await listSchemas({ ctx, input: at });
  return `# Schemas\n\n${schemas.map(({ key, name }) => `- [${plainMarkdown(name)}](${link(schemaUrl({ ...at, id: key }))})`).join("\n") || "None."}`;
}

/** To the Markdown of a page, as Markdown writes an address. */
export function link(url: string): string {
  const [path = "", query] = url.split("?");
  return `${path}.md${query === undefined ? "" : `?${query}`}`.replace(/[()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
