import { exampleValue } from "../examples/example-value.ts";
import type { Message } from "../normalized-spec.ts";
import type { SchemaMap } from "../outline/schema-values.ts";
import { blockMarkdown, codeMarkdown, plainMarkdown, safeMarkdown } from "./safe-markdown.ts";
import { schemaMarkdown } from "./schema-markdown.ts";

/** A message: what it says, its headers, payload and an example. */
export function messageMarkdown(message: Message, schemas: SchemaMap, heading: "#" | "##" | "###"): string {
  const given = message.examples.filter((example) => example.value !== undefined && example.value !== null);
  const examples = given.length > 0 || message.payload === null ? given : [{ name: null, summary: null, value: exampleValue(message.payload, schemas) }];
  return [
    `${heading} ${plainMarkdown(message.title ?? message.name)}`,
    [message.name, message.contentType, message.schemaFormat].filter((text) => text !== null && text !== "").map((text) => codeMarkdown(text ?? "")).join(" "),
    message.deprecated ? "**Deprecated**." : "",
    message.summary ? safeMarkdown(message.summary) : "",
    message.description && message.description !== message.summary ? safeMarkdown(message.description) : "",
    message.correlationId === null ? "" : `Correlated by ${codeMarkdown(message.correlationId.location)}.`,
    message.bindings === null || Object.keys(message.bindings).length === 0 ? "" : `Settings:\n\n${blockMarkdown(JSON.stringify(message.bindings, null, 2), "json")}`,
    message.headers === null ? "" : `${heading}# Headers\n\n${schemaMarkdown(message.headers, schemas)}`,
    `${heading}# Payload\n\n${payload(message, schemas)}`,
    ...examples.flatMap(({ name, summary, value }) => [
      examples.length > 1 ? `Example ${plainMarkdown([name, summary].filter(Boolean).join(", "))}` : "",
      blockMarkdown(typeof value === "string" ? value : JSON.stringify(value, null, 2), typeof value === "string" ? "" : "json"),
    ]),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function payload(message: Message, schemas: SchemaMap): string {
  if (message.payload !== null) return schemaMarkdown(message.payload, schemas);
  if (message.payloadSource === null || message.payloadSource === undefined) return "Not described.";
  return blockMarkdown(typeof message.payloadSource === "string" ? message.payloadSource : JSON.stringify(message.payloadSource, null, 2));
}
