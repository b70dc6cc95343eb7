import type { NormalizedSpec } from "../../normalized-spec.ts";
import { SchemaReader } from "../../schemas/schema-reader.ts";
import { contactOf, licenseOf } from "../../shared-objects.ts";
import type { LoadedDocument } from "../../text/loaded-document.ts";
import type { Node } from "../../text/resolution.ts";
import { childOf, extensionsOf, isObject, membersOf, objectOf, textOf } from "../../values.ts";
import { ChannelRegistry } from "./channel-registry.ts";
import { mergeOperations } from "./merge-operations.ts";
import { MessageRegistry } from "./message-registry.ts";
import { multiFormat } from "./payload.ts";
import { readChannelsV2 } from "./read-channels-v2.ts";
import { readChannelsV3 } from "./read-channels-v3.ts";
import type { Reading } from "./reading.ts";
import { schemaLanguage } from "./schema-format.ts";
import { SecurityReader } from "./security.ts";
import { ServerRegistry } from "./server-registry.ts";
import { readExternalDocs, readTags } from "./tags.ts";

/** One AsyncAPI document as a `NormalizedSpec`. What is missing or of the wrong kind is passed over; validation says so. */
export function readDocument(doc: LoadedDocument, specVersion: string, major: 2 | 3): NormalizedSpec {
  const root: Node = { file: doc.root, pointer: "", value: doc.tree() };
  const value = objectOf(root.value);
  const infoNode = isObject(value["info"]) ? (doc.follow(childOf(root, "info")) ?? childOf(root, "info")) : childOf(root, "info");
  const info = objectOf(infoNode.value);
  const reading = startReading(doc, root, info, major);
  const written = major === 2 ? readChannelsV2(reading) : readChannelsV3(reading);
  const operations = mergeOperations(reading, written);
  addComponents(reading);
  const facts = major === 2 ? root : infoNode;
  return {
    format: "asyncapi",
    specVersion,
    title: textOf(info["title"]) ?? "",
    label: labelOf(doc, infoNode),
    summary: textOf(info["summary"]),
    description: textOf(info["description"]),
    termsOfService: textOf(info["termsOfService"]),
    contact: contactOf(info["contact"]),
    license: licenseOf(info["license"]),
    externalDocs: readExternalDocs(reading, childOf(facts, "externalDocs")),
    tags: readTags(reading, childOf(facts, "tags")),
    servers: reading.servers.all,
    securitySchemes: reading.security.schemes,
    perspective: reading.client ? "client" : "owner",
    operations,
    channels: reading.channels.all.map(({ channel }) => channel),
    messages: reading.messages.all,
    schemas: reading.schemas.finish(),
    properties: reading.schemas.properties,
    extensions: { ...extensionsOf(info), ...extensionsOf(value) },
    root: doc.root,
    files: doc.files(),
  };
}

function startReading(doc: LoadedDocument, root: Node, info: Record<string, unknown>, major: 2 | 3): Reading {
  const value = objectOf(root.value);
  const security = new SecurityReader(doc, root);
  return {
    doc,
    root,
    major,
    client: [value, info].some((holder) => holder["x-intermesh-perspective"] === "client"),
    internal: [value, info].some((holder) => holder["x-internal"] === true),
    defaultContentType: textOf(value["defaultContentType"]),
    schemas: new SchemaReader(doc),
    servers: new ServerRegistry(doc, root, major, security),
    security,
    messages: new MessageRegistry(),
    channels: new ChannelRegistry(),
  };
}

/** Messages and schemas that a document holds for others to use count as its own. */
function addComponents(reading: Reading): void {
  const components = childOf(reading.root, "components");
  for (const [name, message] of membersOf(childOf(components, "messages"))) reading.messages.idsOf(reading, message, name);
  for (const [, schema] of membersOf(childOf(components, "schemas"))) {
    const multi = multiFormat(reading, schema);
    if (multi === null) reading.schemas.add(schema);
    else if (schemaLanguage(multi.format) === "json-schema") reading.schemas.add(multi.schema);
  }
}

/** YAML reads an unquoted `version: 1.10` as a number: the label is then what the text says. */
function labelOf(doc: LoadedDocument, info: Node): string {
  const version = objectOf(info.value)["version"];
  return typeof version === "number" ? (doc.scalarText(info.file, `${info.pointer}/version`) ?? String(version)) : (textOf(version) ?? "");
}
