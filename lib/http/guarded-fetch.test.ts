import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { guardedFetch } from "./guarded-fetch.ts";
import { isInternalAddress } from "./internal-address.ts";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

it.each([
  "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1",
  "::1", "::", "fe80::1", "fc00::1", "fd12::1", "::ffff:127.0.0.1", "::ffff:a00:1", "64:ff9b::7f00:1", "2002:7f00:1::", "not an address",
])("counts %s as internal", (address) => {
  expect(isInternalAddress(address)).toBe(true);
});

it.each(["93.184.216.34", "8.8.8.8", "2606:4700:4700::1111"])("counts %s as public", (address) => {
  expect(isInternalAddress(address)).toBe(false);
});

it("refuses this machine however it is written, and asks nothing of it", async () => {
  let asked = 0;
  const url = await serve((_request, response) => void response.end(String(asked++)));
  const { port } = new URL(url);
  for (const host of ["127.0.0.1", "localhost", "0x7f000001", "2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"]) {
    await expect(guardedFetch({ url: `http://${host}:${port}/` }), host).rejects.toMatchObject({ name: "GuardedFetchError", reason: expect.stringMatching(/internal|unreachable/) as string });
  }
  expect(asked).toBe(0);
});

it("does not follow a redirect", async () => {
  const url = await serve((_request, response) => void response.writeHead(302, { location: "http://127.0.0.1:1/" }).end());
  expect((await guardedFetch({ url, allowInternal: true })).status).toBe(302);
});

it("keeps no more of an endless answer than it was told to, and closes the connection", async () => {
  let closed: () => void;
  const gone = new Promise<void>((resolve) => (closed = resolve));
  const url = await serve((_request, response) => {
    const timer = setInterval(() => response.write("x".repeat(10_000)), 1);
    response.on("close", () => (clearInterval(timer), closed()));
  });
  const { bytes, cut } = await guardedFetch({ url, allowInternal: true, bytesMax: 1024 });
  expect({ size: bytes.length, cut }).toEqual({ size: 1024, cut: true });
  await gone;
});

it("gives up on an answer that never comes, or never ends", async () => {
  const silent = await serve(() => {});
  await expect(guardedFetch({ url: silent, allowInternal: true, timeoutMs: 200 })).rejects.toMatchObject({ reason: "timeout" });
  const slow = await serve((_request, response) => void response.write("a"));
  await expect(guardedFetch({ url: slow, allowInternal: true, timeoutMs: 200 })).rejects.toMatchObject({ reason: "timeout" });
});

it("is content with the status where that is enough, and says when an answer came from within, whatever its name", async () => {
  const url = await serve((_request, response) => void response.write("a"));
  const answer = await guardedFetch({ url: url.replace("127.0.0.1", "localhost"), allowInternal: true, bodyMs: 100 });
  expect({ ...answer, bytes: answer.bytes.length, headers: {} }).toEqual({ status: 200, headers: {}, bytes: 1, cut: true, isInternal: true });
});

it("says what is wrong with an address", async () => {
  await expect(guardedFetch({ url: "nowhere" })).rejects.toThrow(/is not an address/);
  await expect(guardedFetch({ url: "file:///etc/passwd" })).rejects.toThrow(/Only http and https/);
  await expect(guardedFetch({ url: "https://user:secret@example.com/" })).rejects.toThrow(/user name or password/);
  await expect(guardedFetch({ url: "http://127.0.0.1:1/", allowInternal: true })).rejects.toThrow(/could not be reached \(ECONNREFUSED\)/);
});
