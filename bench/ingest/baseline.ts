import { readFileSync } from "node:fs";
import SwaggerParser from "@apidevtools/swagger-parser";
import { fromFile, Parser } from "@asyncapi/parser";

// The libraries alone, each called as its documentation says, one file after the other. Reads a list of files, one in
// each line of its first argument; prints {ms, failed}. Nothing is fetched from elsewhere: that would measure the network.
globalThis.fetch = () => Promise.reject(new Error("no network"));

const files = readFileSync(process.argv[2] ?? "", "utf8").trim().split("\n");
const parser = new Parser();
await warmUp();

let failed = 0;
const started = performance.now();
for (const file of files) {
  try {
    if (!(await validate(file))) failed++;
  } catch {
    failed++;
  }
}
process.stdout.write(JSON.stringify({ ms: performance.now() - started, failed }));

async function validate(file: string): Promise<boolean> {
  if (!isAsyncApi(file)) return Boolean(await SwaggerParser.validate(file));
  const { diagnostics } = await fromFile(parser, file).parse();
  return diagnostics.every(({ severity }) => severity !== 0);
}

function isAsyncApi(file: string): boolean {
  return /^\s*["']?asyncapi["']?\s*:/m.test(readFileSync(file, "utf8"));
}

/** Loads what both libraries load at first use. */
async function warmUp(): Promise<void> {
  const info = { title: "Warm", version: "1" };
  await SwaggerParser.validate({ openapi: "3.0.3", info, paths: {} });
  await parser.parse(JSON.stringify({ asyncapi: "2.6.0", info, channels: {} }));
  await parser.parse(JSON.stringify({ asyncapi: "3.0.0", info, channels: {} }));
}
