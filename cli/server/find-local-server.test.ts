import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { findLocalServer } from "./find-local-server.ts";
import { serverOf } from "./server-options.ts";

async function project(run: string): Promise<{ top: string; inside: string }> {
  const top = await mkdtemp(path.join(tmpdir(), "intermesh-cli-"));
  const inside = path.join(top, "a", "b");
  await mkdir(inside, { recursive: true });
  await mkdir(path.join(top, ".intermesh"));
  await writeFile(path.join(top, ".intermesh", "run.json"), run);
  await writeFile(path.join(top, ".intermesh", "token"), "im_local\n");
  return { top, inside };
}

const running = JSON.stringify({ url: "http://localhost:4321", ready: true });

it("finds the server that runs on this machine from a folder inside", async () => {
  const { inside } = await project(running);
  expect(findLocalServer(inside, {})).toEqual({ url: "http://localhost:4321", token: "im_local" });
  expect(findLocalServer((await project("{ cut short")).inside, {})).toBeNull();
});

it("looks in the state folder that INTERMESH_HOME names, and nowhere else", async () => {
  const { top, inside } = await project(running);
  expect(findLocalServer("/", { INTERMESH_HOME: path.join(top, ".intermesh") })?.token).toBe("im_local");
  expect(findLocalServer(inside, { INTERMESH_HOME: "/nowhere" })).toBeNull();
});

it("gives the token on disk to the server that made it, and to no other", async () => {
  const { inside } = await project(running);
  const seen = async (url: string | undefined) => JSON.stringify(await authorizationSent(url, inside));
  expect(await seen(undefined)).toBe('"Bearer im_local"');
  expect(await seen("http://localhost:4321/")).toBe('"Bearer im_local"');
  expect(await seen("http://localhost:4322")).toBe("null");
  expect(await seen("https://intermesh.example.com")).toBe("null");
});

it("refuses what is not the address of a server", () => {
  expect(() => serverOf({ url: "ftp://example.com" }, {}, "/")).toThrow("is not the address of a server");
});

async function authorizationSent(url: string | undefined, folder: string): Promise<string | null> {
  const before = globalThis.fetch;
  let sent: string | null = null;
  globalThis.fetch = async (_input, init) => {
    sent = new Headers(init?.headers).get("authorization");
    return new Response("{}");
  };
  try {
    await serverOf({ ...(url === undefined ? {} : { url }) }, {}, folder).request("/");
    return sent;
  } finally {
    globalThis.fetch = before;
  }
}
