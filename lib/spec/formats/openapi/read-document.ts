import type { NormalizedSpec, SecurityScheme, Server, Tag } from "../../normalized-spec.ts";
import { SchemaReader } from "../../schemas/schema-reader.ts";
import { contactOf, externalDocsOf, licenseOf, tagOf } from "../../shared-objects.ts";
import type { LoadedDocument } from "../../text/loaded-document.ts";
import type { Node } from "../../text/resolution.ts";
import { childOf, extensionsOf, isObject, itemsOf, membersOf, objectOf, textOf, textsOf } from "../../values.ts";
import { readPathItem } from "./read-path-item.ts";
import { readServers, readSwaggerServers } from "./read-servers.ts";
import type { Reading } from "./reading.ts";
import { at, securityOf } from "./reading.ts";
import type { Generation } from "./version.ts";

/** One OpenAPI document as a `NormalizedSpec`. What is missing or of the wrong kind is passed over; validation says so. */
export function readDocument(doc: LoadedDocument, specVersion: string, generation: Generation): NormalizedSpec {
  const root: Node = { file: doc.root, pointer: "", value: doc.tree() };
  const value = objectOf(root.value);
  const reading: Reading = {
    doc, generation, schemas: new SchemaReader(doc), operations: [], keys: new Map(), security: securityOf(value["security"]),
    consumes: textsOf(value["consumes"]), produces: textsOf(value["produces"]),
  };
  const info = at(reading, root, "info") ?? childOf(root, "info");
  const about = objectOf(info.value);
  const internal = value["x-internal"] === true || about["x-internal"] === true;
  addNamedSchemas(reading, root);
  readPaths(reading, root, internal);
  readWebhooks(reading, root, internal);
  const schemas = reading.schemas.finish();
  return {
    format: "openapi", specVersion, title: textOf(about["title"]) ?? "", label: labelOf(doc, info), summary: textOf(about["summary"]), description: textOf(about["description"]),
    termsOfService: textOf(about["termsOfService"]), contact: contactOf(about["contact"]), license: licenseOf(about["license"]), externalDocs: externalDocsOf(value["externalDocs"]),
    tags: tagsOf(reading, root), servers: serversOf(reading, root), securitySchemes: securitySchemesOf(reading, root), perspective: "owner",
    operations: reading.operations, channels: [], messages: [], schemas, properties: reading.schemas.properties,
    extensions: { ...extensionsOf(about), ...extensionsOf(value) }, root: doc.root, files: doc.files(),
  };
}

function readPaths(reading: Reading, root: Node, internal: boolean): void {
  const paths = at(reading, root, "paths");
  for (const [path, written] of paths ? membersOf(paths) : []) {
    if (path.startsWith("x-")) continue;
    readPathItem(reading, written, {
      kind: "http", address: path, parent: null, internal, within: [],
      keyOf: (method) => ({ key: `${method} ${eraseParameters(path)}`, display: `${method} ${path}` }),
    });
  }
}

function readWebhooks(reading: Reading, root: Node, internal: boolean): void {
  for (const name of ["webhooks", "x-webhooks"]) {
    const webhooks = at(reading, root, name);
    for (const [webhook, written] of webhooks ? membersOf(webhooks) : []) {
      if (name === "webhooks" && webhook.startsWith("x-")) continue;
      readPathItem(reading, written, {
        kind: "webhook", address: webhook, parent: null, internal, within: [],
        keyOf(method, methods) {
          const key = methods.length === 1 || method === "POST" ? `WEBHOOK ${webhook}` : `WEBHOOK ${webhook} ${method}`;
          return { key, display: key };
        },
      });
    }
  }
}

/** `/users/{id}` as `/users/{}`: what a path parameter is called is no part of the address. */
export function eraseParameters(path: string): string {
  return path.replace(/\{[^{}/]*\}/g, "{}");
}

function addNamedSchemas(reading: Reading, root: Node): void {
  const components = reading.generation === "2.0" ? root : at(reading, root, "components");
  const named = components && at(reading, components, reading.generation === "2.0" ? "definitions" : "schemas");
  for (const [, schema] of named ? membersOf(named) : []) reading.schemas.add(schema);
}

function tagsOf(reading: Reading, root: Node): Tag[] {
  const list = at(reading, root, "tags");
  const declared = (list ? itemsOf(list) : []).flatMap((item) => tagOf(reading.doc.follow(item)?.value) ?? []);
  const names = new Set(declared.map((tag) => tag.name));
  const used = new Set(reading.operations.flatMap((operation) => operation.tags));
  return [...declared, ...[...used].filter((name) => !names.has(name)).map((name) => ({ name, description: null, externalDocs: null }))];
}

function serversOf(reading: Reading, root: Node): Server[] {
  return reading.generation === "2.0" ? readSwaggerServers(root) : (readServers(reading, root) ?? []);
}

function securitySchemesOf(reading: Reading, root: Node): SecurityScheme[] {
  const holder = reading.generation === "2.0" ? root : at(reading, root, "components");
  const schemes = holder && at(reading, holder, reading.generation === "2.0" ? "securityDefinitions" : "securitySchemes");
  return (schemes ? membersOf(schemes) : []).flatMap(([name, written]) => {
    const scheme = reading.doc.follow(written);
    if (!scheme || !isObject(scheme.value)) return [];
    return [{ name, type: textOf(scheme.value["type"]) ?? "", description: textOf(scheme.value["description"]), definition: scheme.value }];
  });
}

/** YAML reads an unquoted `version: 1.10` as a number: the label is then what the text says. */
function labelOf(doc: LoadedDocument, info: Node): string {
  const version = objectOf(info.value)["version"];
  return typeof version === "number" ? (doc.scalarText(info.file, `${info.pointer}/version`) ?? String(version)) : (textOf(version) ?? "");
}
