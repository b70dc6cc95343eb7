import { exampleValue } from "../examples/example-value.ts";
import type { Channel, MediaType, Message, Operation, Parameter, Response, SecurityScheme, Server } from "../normalized-spec.ts";
import type { Direction } from "../outline/build-schema-tree.ts";
import { responseLinks } from "../outline/response-links.ts";
import type { SchemaMap } from "../outline/schema-values.ts";
import { securityWords } from "../outline/security-words.ts";
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
  const ways = [...new Set(securityWords(operation.security, securitySchemes))];
  const request = sampleRequest({ operation, servers, securitySchemes, schemas });
  const curl = request === null ? undefined : writeSamples(request)[0];
  return [
    ways.length === 0 ? "" : `## Access\n\n${ways.map(plainMarkdown).join(", or ")}`,
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
    curl === undefined ? "" : `## Sample\n\n${blockMarkdown(curl.code, "sh")}`,
  ];
}

function linkParts(links: Response["links"]): string[] {
  return responseLinks(links, []).map(({ target, description, values }) =>
    [`Leads to ${codeMarkdown(target ?? "an operation not named")}${description ? `: ${oneLine(description)}` : ""}`, ...values.map(({ name, words }) => `- ${codeMarkdown(name)}: ${plainMarkdown(words)}`)].join("\n"),
  );
}

function eventParts({ operation, channel, messages, owner, servers, schemas }: OperationText): string[] {
  const sends = operation.action === "send";
  return [
    `**${plainMarkdown(owner)}** ${sends ? "emits this: subscribe to the channel to hear of it." : "accepts this: send it to the channel."}`,
    channel === null ? "" : `## Channel\n\n${codeMarkdown(channel.address ?? channel.id)}${channel.description ? `\n\n${safeMarkdown(channel.description)}` : ""}`,
    channel === null || channel.parameters.length === 0 ? "" : channel.parameters.map((parameter) => `- ${codeMarkdown(parameter.name)}${parameter.description ? `: ${oneLine(parameter.description)}` : ""}`).join("\n"),
    servers.length === 0 ? "" : `## Servers\n\n${servers.map((server) => `- ${codeMarkdown(server.url)}${server.description ? `: ${oneLine(server.description)}` : ""}`).join("\n")}`,
    ...messages.map((message) => messageMarkdown(message, schemas, "##")),
  ];
}

function parametersMarkdown(title: string, parameters: Parameter[], schemas: SchemaMap, heading = "##"): string {
  if (parameters.length === 0) return "";
  const lines = parameters.map((parameter) => {
    const [type = "", ...rest] = schemaMarkdown(parameter.schema ?? parameter.content?.[0]?.schema ?? true, schemas).split("\n");
    const facts = [`in ${parameter.in}`, type, ...(parameter.required ? ["**required**"] : []), ...(parameter.deprecated ? ["deprecated"] : [])].join(", ");
    return [`- ${codeMarkdown(parameter.name)} ${facts}${parameter.description ? `: ${oneLine(parameter.description)}` : ""}`, ...rest.map((line) => `  ${line}`)].join("\n");
  });
  return `${heading} ${title}\n\n${lines.join("\n")}`;
}

function contentParts(content: MediaType[], schemas: SchemaMap, direction: Direction): string[] {
  return content.flatMap((media) => {
    const schema = media.schema ?? media.itemSchema;
    const given = media.examples.find((example) => example.value !== undefined && example.value !== null)?.value;
    const example = given ?? (schema !== null && /json/.test(media.mediaType) ? exampleValue(schema, schemas, { direction }) : undefined);
    return [
      `### ${codeMarkdown(media.mediaType)}`,
      schema === null ? "" : schemaMarkdown(schema, schemas, direction),
      example === undefined ? "" : blockMarkdown(typeof example === "string" ? example : JSON.stringify(example, null, 2), typeof example === "string" ? "" : "json"),
    ];
  });
}
