import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addressSource } from "./address-source.ts";

const pages: Record<string, string> = {
  "/specs/orders.yaml?v=2": "openapi: 3.1.0\npaths:\n  /a: { $ref: ../parts/a.yaml }\n  /b: { $ref: missing.yaml }\n",
  "/parts/a.yaml": "get: {}\n",
};
let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const page = pages[request.url ?? ""];
    response.writeHead(page === undefined ? 404 : 200).end(page ?? "gone");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

async function listOf(text: string): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "intermesh-urls-")), "urls.txt");
  await writeFile(file, text);
  return file;
}

it("brings each document with what it refers to beside it, known by its address", async () => {
  const { series } = await addressSource(await listOf(`# ours\n${origin}/specs/orders.yaml?v=2  # current\n\n`));
  const [document] = series.flat();
  expect(series).toHaveLength(1);
  expect(document?.query).toMatchObject({ folder: origin, path: "specs/orders.yaml?v=2", root: "specs/orders.yaml" });
  expect((await document!.load()).map((file) => file.path)).toEqual(["specs/orders.yaml", "parts/a.yaml"]);
});

it("names the line that is no address, and the server that has no document", async () => {
  await expect(addressSource(await listOf("https://example.com/a.yaml\nfile:///etc/passwd\n"))).rejects.toThrow(/urls\.txt:2: "file:\/\/\/etc\/passwd" is not an address/);
  const { series } = await addressSource(await listOf(`${origin}/nothing.yaml`));
  await expect(series.flat()[0]!.load()).rejects.toThrow("answered 404");
});
