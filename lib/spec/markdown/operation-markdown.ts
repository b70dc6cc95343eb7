import { exampleValue } from "../examples/example-value.ts";
import type { Channel, MediaType, Message, Operation, Parameter, Response, SecurityScheme, Server } from "../normalized-spec.ts";
import type { Direction } from "../outline/schema-node.ts";
import { responseLinks } from "../outline/response-links.ts";
import type { SchemaMap } from "../outline/schema-values.ts";
import { securityWords } from "../outline/security-words.ts";
import { styleWords } from "../outline/style-words.ts";
import { sampleRequest } from "../samples/sample-request.ts";
import { writeSamples } from "../samples/write-samples.ts";
import { messageMarkdown } from "./message-markdown.ts";
import { blockMarkdown, codeMarkdown, plainMarkdown, safeMarkdown } from "./safe-markdown.ts";
import { oneLine, schemaMarkdown } from "./schema-markdown.ts";

export type OperationText = { operation: Operation; schemas: SchemaMap; servers: Server[]; securitySchemes: SecurityScheme[]; channel: Channel | null; messages: Message[]; owner: string };

/** One operation or event as Markdown: all that its page says of the document. */
export function operationMarkdown(text: OperationText): string {
  const { operation } = text;
  return [
    `# ${plainMarkdown(operation.summary ?? operation.operationIds[0] ?? operation.display)}`,
    codeMarkdown(operation.display),
    operation.deprecated ? `**Deprecated**${operation.sunset ? `, gone after ${plainMarkdown(operation.sunset)}` : ""}.` : "",
    operation.description && operation.description !== operation.summary ? safeMarkdown(operation.description) : "",
    ...(operation.kind === "event" ? eventParts(text) : httpParts(text)),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function httpParts({ operation, schemas, servers, securitySchemes }: OperationText): string[] {
  const request = sampleRequest({ operation, servers, securitySchemes, schemas });
  const curl = request === null ? undefined : writeSamples(request)[0];
  return [
    accessMarkdown(operation, securitySchemes),
    servers.length === 0 ? "" : serversMarkdown(servers),
    parametersMarkdown("Parameters", operation.parameters, schemas),
    operation.requestBody === null ? "" : `## Request body${operation.requestBody.required ? " (required)" : ""}`,
    operation.requestBody?.description ? safeMarkdown(operation.requestBody.description) : "",
    ...contentParts(operation.requestBody?.content ?? [], schemas, "request"),
    ...operation.responses.flatMap((response) => [
      `## Response ${plainMarkdown(response.status)}`,
      response.description ? safeMarkdown(response.description) : "",
      parametersMarkdown("Headers", response.headers, schemas, "###"),
      ...contentParts(response.content, schemas, "response"),
      ...linkParts(response.links),
    ]),
    operation.callbacks.length === 0 ? "" : `## Callbacks\n\n${operation.callbacks.map((key) => `- ${codeMarkdown(key)}`).join("\n")}`,
    curl === undefined ? "" : `## Sample\n\n${blockMarkdown(curl.code, "sh")}`,
  ];
}

function linkParts(links: Response["links"]): string[] {
  return responseLinks(links, []).map(({ target, description, values }) =>
    [`Leads to ${codeMarkdown(target ?? "an operation not named")}${description ? `: ${oneLine(description)}` : ""}`, ...values.map(({ name, words }) => `- ${codeMarkdown(name)}: ${plainMarkdown(words)}`)].join("\n"),
  );
}

function eventParts({ operation, channel, messages, owner, servers, schemas, securitySchemes }: OperationText): string[] {
  const sends = operation.action === "send";
  const { reply } = operation;
  const answers = messages.filter(({ id }) => reply?.messages.includes(id) && !operation.messages.includes(id));
  return [
    `**${plainMarkdown(owner)}** ${sends ? "emits this: subscribe to the channel to hear of it." : "accepts this: send it to the channel."}`,
    accessMarkdown(operation, securitySchemes),
    channel === null ? "" : `## Channel\n\n${codeMarkdown(channel.address ?? channel.id)}${channel.description ? `\n\n${safeMarkdown(channel.description)}` : ""}`,
    channel === null || channel.parameters.length === 0 ? "" : channel.parameters.map(channelParameter).join("\n"),
    bindingsMarkdown("Settings of the channel", channel?.bindings ?? null),
    bindingsMarkdown("Settings of the operation", operation.bindings),
    servers.length === 0 ? "" : serversMarkdown(servers),
    ...messages.filter((message) => !answers.includes(message)).map((message) => messageMarkdown(message, schemas, "##")),
    reply === null ? "" : `## Reply\n\n${reply.address ? `Sent to the address found at ${codeMarkdown(reply.address)}.` : reply.channel ? `Sent on ${codeMarkdown(reply.channel)}.` : "A reply comes."}${reply.messages.length > answers.length ? ` Also as: ${reply.messages.filter((id) => operation.messages.includes(id)).map(codeMarkdown).join(", ")}.` : ""}`,
    ...answers.map((message) => messageMarkdown(message, schemas, "###")),
  ];
}

function channelParameter(parameter: Channel["parameters"][number]): string {
  const facts = [
    ...(parameter.enum.length === 0 ? [] : [`one of ${parameter.enum.map(codeMarkdown).join(", ")}`]),
    ...(parameter.default === null ? [] : [`default ${codeMarkdown(parameter.default)}`]),
    ...(parameter.location === null ? [] : [`found at ${codeMarkdown(parameter.location)}`]),
  ];
  return `- ${[codeMarkdown(parameter.name), ...facts].join(", ")}${parameter.description ? `: ${oneLine(parameter.description)}` : ""}`;
}

function bindingsMarkdown(title: string, bindings: Record<string, unknown> | null): string {
  return bindings === null || Object.keys(bindings).length === 0 ? "" : `## ${title}\n\n${blockMarkdown(JSON.stringify(bindings, null, 2), "json")}`;
}

function accessMarkdown(operation: Operation, schemes: SecurityScheme[]): string {
  const ways = [...new Set(securityWords(operation.security, schemes))];
  return ways.length === 0 ? "" : `## Access\n\n${ways.map(plainMarkdown).join(", or ")}`;
}

function serversMarkdown(servers: Server[]): string {
  return `## Servers\n\n${servers.map((server) => [
    `- ${codeMarkdown(server.url)}${server.description ? `: ${oneLine(server.description)}` : ""}`,
    ...Object.entries(server.variables).map(([name, { default: usual, enum: allowed, description }]) => `  - ${[codeMarkdown(`{${name}}`), ...(usual === null ? [] : [`default ${codeMarkdown(usual)}`]), ...(allowed.length === 0 ? [] : [`one of ${allowed.map(codeMarkdown).join(", ")}`])].join(", ")}${description ? `: ${oneLine(description)}` : ""}`),
  ].join("\n")).join("\n")}`;
}

function parametersMarkdown(title: string, parameters: Parameter[], schemas: SchemaMap, heading = "##"): string {
  if (parameters.length === 0) return "";
  const lines = parameters.map((parameter) => {
    const [type = "", ...rest] = schemaMarkdown(parameter.schema ?? parameter.content?.[0]?.schema ?? true, schemas).split("\n");
    const facts = [`in ${parameter.in}`, type, ...(parameter.required || parameter.in === "path" ? ["**required**"] : []), ...(parameter.deprecated ? ["deprecated"] : []), ...styleWords(parameter).map(plainMarkdown), ...examplesOf(parameter)].join(", ");
    return [`- ${codeMarkdown(parameter.name)} ${facts}${parameter.description ? `: ${oneLine(parameter.description)}` : ""}`, ...rest.map((line) => `  ${line}`)].join("\n");
  });
  return `${heading} ${title}\n\n${lines.join("\n")}`;
}

function contentParts(content: MediaType[], schemas: SchemaMap, direction: Direction): string[] {
  return content.flatMap((media) => {
    const schema = media.schema ?? media.itemSchema;
    const given = media.examples.filter((example) => example.value !== undefined && example.value !== null);
    const made = given.length === 0 && schema !== null && /json/.test(media.mediaType) ? exampleValue(schema, schemas, { direction }) : undefined;
    return [
      `### ${codeMarkdown(media.mediaType)}`,
      schema === null ? "" : schemaMarkdown(schema, schemas, direction),
      ...given.flatMap((example) => [given.length > 1 ? `Example ${plainMarkdown([example.name, example.summary].filter(Boolean).join(", "))}` : "", valueMarkdown(example.value)]),
      made === undefined ? "" : valueMarkdown(made),
    ];
  });
}

function valueMarkdown(value: unknown): string {
  return blockMarkdown(typeof value === "string" ? value : JSON.stringify(value, null, 2), typeof value === "string" ? "" : "json");
}

function examplesOf({ examples }: Parameter): string[] {
  return examples.filter(({ value }) => value !== undefined && value !== null).map(({ value }) => `for example ${codeMarkdown(typeof value === "string" ? value : JSON.stringify(value))}`);
}
