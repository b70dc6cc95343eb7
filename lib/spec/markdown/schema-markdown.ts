import type { SchemaValue } from "../normalized-spec.ts";
import { buildSchemaTree } from "../outline/build-schema-tree.ts";
import type { Direction, SchemaNode } from "../outline/schema-node.ts";
import type { SchemaMap } from "../outline/schema-values.ts";
import { typeText } from "../outline/type-words.ts";
import { codeMarkdown, plainMarkdown, safeMarkdown } from "./safe-markdown.ts";

const limits = { nodesMax: 300, depthMax: 8, topMax: 2_000 };

/** A schema as a nested list: one line for each property. */
export function schemaMarkdown(schema: SchemaValue, schemas: SchemaMap, direction: Direction | null = null): string {
  const root = buildSchemaTree(schema, schemas, { limits, direction });
  const head = [plainMarkdown(typeText(root.type)), ...facts(root)].join(", ");
  return [head, ...inside(root, "")].join("\n");
}

function inside(node: SchemaNode, indent: string): string[] {
  return [
    ...node.children.flatMap((child) => line(child, indent)),
    ...node.groups.flatMap((group) => [`${indent}- *${plainMarkdown(group.label)}${group.note ? `, ${plainMarkdown(group.note)}` : ""}*`, ...group.options.flatMap((option) => line(option, `${indent}  `))]),
    ...(node.more ? [`${indent}- and ${node.more.count} more`] : []),
    ...(node.otherWay.length > 0 ? [`${indent}- the other way only: ${node.otherWay.map(codeMarkdown).join(", ")}`] : []),
    ...(node.ends === null ? [] : [`${indent}- ${node.ends.reason === "recursive" ? "contains itself" : node.ends.reason === "missing" ? "not in this document" : "more inside"}${node.ends.id === null ? "" : `: ${codeMarkdown(node.ends.id)}`}`]),
  ];
}

function line(node: SchemaNode, indent: string): string[] {
  const name = node.name === "" ? "" : node.kind === "option" ? `${plainMarkdown(node.name)}: ` : `${codeMarkdown(node.name)} `;
  const said = node.description === null ? "" : `: ${oneLine(node.description)}`;
  return [`${indent}- ${name}${[plainMarkdown(typeText(node.type)), ...facts(node)].join(", ")}${said}`, ...inside(node, `${indent}  `)];
}

/** A description within a list stays on its line. */
export function oneLine(text: string): string {
  return safeMarkdown(text).replace(/\s*\n+\s*/g, " ").replace(/^[-#>+]\s|^\d+[.)]\s/, "");
}

function facts(node: SchemaNode): string[] {
  return [
    ...(node.told === null ? [] : [codeMarkdown(node.told)]),
    ...(node.required ? ["**required**"] : []),
    ...(node.deprecated ? ["deprecated"] : []),
    ...(node.readOnly ? ["read only"] : []),
    ...(node.writeOnly ? ["write only"] : []),
    ...node.constraints.map(plainMarkdown),
    ...(node.pattern === null ? [] : [`matches ${codeMarkdown(node.pattern)}`]),
    ...(node.enum.length === 0 ? [] : [`one of ${node.enum.map(({ value, description }) => (description === null ? codeMarkdown(value) : `${codeMarkdown(value)} (${plainMarkdown(description)})`)).join(", ")}`]),
    ...(node.defaultValue === null ? [] : [`default ${codeMarkdown(node.defaultValue)}`]),
    ...(node.example === null ? [] : [`for example ${codeMarkdown(node.example)}`]),
  ];
}
