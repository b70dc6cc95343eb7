import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** What arrived: how often each idempotency key did, and when first. */
export type Arrived = { times: Map<string, number>; at: Map<string, number>; count: () => number };

function arrivals(): Arrived & { add(key: string): void } {
  const times = new Map<string, number>();
  const at = new Map<string, number>();
  let all = 0;
  return {
    times, at, count: () => all,
    add(key) {
      all++;
      times.set(key, (times.get(key) ?? 0) + 1);
      if (!at.has(key)) at.set(key, performance.now());
    },
  };
}

export type Manner = (request: IncomingMessage, response: ServerResponse) => void;

/** A real HTTP receiver that keeps the `webhook-id` of what it is sent, once it has all of it. `manner` answers some paths in a way of its own. */
export async function startHooks(manner: (path: string) => Manner | undefined = () => undefined) {
  const arrived = arrivals();
  const server = createServer((request, response) => {
    const own = manner(request.url ?? "");
    if (own) return own(request, response);
    request.resume().on("end", () => {
      arrived.add(String(request.headers["webhook-id"]));
      response.writeHead(204).end();
    });
  });
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, arrived, close: () => (server.closeAllConnections(), new Promise((resolve) => server.close(resolve))) };
}

/** A real SMTP server that keeps the `Message-ID` of what it accepted. */
export async function startMailbox() {
  const arrived = arrivals();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, callback) {
      let head = "";
      stream.on("data", (chunk: Buffer) => {
        if (head.length < 8_192) head += chunk.toString("latin1");
      }).on("end", () => {
        arrived.add(/^message-id:\s*<([^@>]+)@/im.exec(head)?.[1] ?? "without an id");
        callback();
      });
    },
  });
  // Whoever is killed in the middle of a message leaves a broken connection.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, arrived, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}
