import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startStack, type Stack } from "../../scripts/stack.ts";
import { untilFound } from "./until-found.ts";

/** A fresh product without the demo, warmed up with one small document, published and found. */
export async function stackForBench(): Promise<Stack & { end(): Promise<void> }> {
  const home = await mkdtemp(path.join(tmpdir(), "intermesh-bench-"));
  const stack = await startStack({ home, empty: true });
  const document = JSON.stringify({ openapi: "3.0.3", info: { title: "Warm", version: "1" }, paths: { "/warm/{id}": { get: { responses: { 200: { description: "Fine" } } } } } });
  await publish(stack, "warm", document);
  await untilFound(stack.url, "warm", ["GET /warm/{id}"]);
  // What the start itself left to do is not to be measured.
  await sleep(2_000);
  return {
    ...stack,
    async end() {
      await stack.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Publishes one document over REST, as a pipeline would. */
export async function publish(stack: Stack, slug: string, body: BodyInit): Promise<void> {
  const response = await fetch(`${stack.url}/api/v1/specs?interface=${slug}&new=true`, { method: "POST", headers: { authorization: `Bearer ${stack.token}`, "content-type": "application/json" }, body });
  if (response.status !== 201) throw new Error(`Publishing answered ${response.status}: ${(await response.text()).slice(0, 500)}`);
  await response.arrayBuffer();
}
