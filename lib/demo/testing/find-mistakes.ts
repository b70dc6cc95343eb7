import SwaggerParser from "@apidevtools/swagger-parser";
import { Parser } from "@asyncapi/parser";
import { Validator } from "@seriousme/openapi-schema-validator";
import { readFileSync } from "node:fs";
import { child, readTree } from "./document-tree.ts";

const asyncApi = new Parser();

/** What the reference validator of a document's specification says against it; empty when it is valid. */
export async function findMistakes(file: string): Promise<string[]> {
  const root = readTree(file);
  if (child(root, "asyncapi").value !== undefined) {
    const { diagnostics } = await asyncApi.parse(readFileSync(file, "utf8"), { source: file });
    return diagnostics.filter(({ severity }) => severity === 0).map(({ path, message }) => `${path.join("/")}: ${message}`);
  }
  if (String(child(root, "openapi").value).startsWith("3.2")) {
    const result = await new Validator().validate(readFileSync(file, "utf8"));
    return result.valid ? [] : [JSON.stringify(result.errors)];
  }
  return SwaggerParser.validate(file).then(() => [], (error: unknown) => [String(error)]);
}
