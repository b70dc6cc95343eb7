import { parseArgs } from "node:util";

export type StartOptions = {
  host: string;
  port: number;
  /** The address people on this machine use. */
  url: string;
  /** No demo mesh. */
  empty: boolean;
  /** A PostgreSQL of one's own; null for the embedded one. */
  databaseUrl: string | null;
  meiliUrl: string | null;
  /** Whether only this machine can reach the server. */
  isLocal: boolean;
};

/** Reads what `npm start` was told, by flags and by the environment. Throws a sentence for what cannot be meant. */
export function readStartOptions(args: string[], env: NodeJS.ProcessEnv): StartOptions {
  const { values } = parseArgs({ args, options: { empty: { type: "boolean", default: false } }, allowPositionals: false });
  const port = Number(env["PORT"] || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT is ${JSON.stringify(env["PORT"])}; it must be a number from 1 to 65535.`);
  const host = env["HOST"] || "127.0.0.1";
  const isLocal = host === "localhost" || host === "::1" || /^127\./.test(host);
  const named = isLocal || host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return {
    host,
    port,
    url: `http://${named}:${port}`,
    empty: values.empty,
    databaseUrl: env["DATABASE_URL"] || null,
    meiliUrl: env["MEILI_URL"] || null,
    isLocal,
  };
}
