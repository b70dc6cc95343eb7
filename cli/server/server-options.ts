import type { Command } from "commander";
import { CommandError } from "../command-error.ts";
import { findLocalServer, type Environment } from "./find-local-server.ts";
import { findPipelineToken } from "./pipeline-token.ts";
import { Server } from "./server.ts";

export type ServerOptions = { url?: string; token?: string };

/** Gives a command the options that say which server it speaks with. */
export function withServerOptions(command: Command): Command {
  return command
    .option("--url <url>", "the server (INTERMESH_URL; else the one that npm start runs here, else http://localhost:3000)")
    .option("--token <token>", "its token (INTERMESH_TOKEN; else, for the server that npm start runs here, .intermesh/token; else, in a pipeline of GitHub or GitLab, its identity token)");
}

/** The server of a command. A token found on disk goes to the server it was made by, and to no other. */
export function serverOf(options: ServerOptions, env: Environment = process.env, folder = process.cwd()): Server {
  const local = findLocalServer(folder, env);
  const origin = originOf(options.url || env["INTERMESH_URL"] || local?.url || "http://localhost:3000");
  const token = options.token || env["INTERMESH_TOKEN"] || (local && local.url === origin ? local.token : null);
  return new Server(origin, token ?? findPipelineToken(origin, env));
}

function originOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) throw new CommandError(`${url} is not the address of a server. Give one such as https://intermesh.example.com.`);
  return parsed.origin;
}
