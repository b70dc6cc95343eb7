import { CommandError } from "../command-error.ts";
import type { Environment } from "./find-local-server.ts";

/** Gives an identity token for the server at this moment. */
export type PipelineToken = () => Promise<string>;

// GitHub's hold for five minutes and more; a long import asks for another in time.
const freshMs = 3 * 60_000;

/**
 * How this pipeline proves to the server which repository it runs for, without any stored secret: GitLab puts a token
 * into `INTERMESH_ID_TOKEN` (`id_tokens`), GitHub gives one for the asking where a job has `id-token: write`. `null` elsewhere.
 */
export function findPipelineToken(origin: string, env: Environment = process.env): PipelineToken | null {
  const given = env["INTERMESH_ID_TOKEN"];
  if (given) return async () => given;
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret } = env;
  if (!url || !secret) return null;
  const audience = env["INTERMESH_AUDIENCE"] || origin;
  let held: { at: number; token: Promise<string> } | null = null;
  return () => {
    if (!held || Date.now() - held.at > freshMs) held = { at: Date.now(), token: askGithub(url, secret, audience) };
    return held.token;
  };
}

async function askGithub(url: string, secret: string, audience: string): Promise<string> {
  const asked = new URL(url);
  asked.searchParams.set("audience", audience);
  const response = await fetch(asked, { headers: { authorization: `Bearer ${secret}`, accept: "application/json" }, signal: AbortSignal.timeout(30_000) }).catch((cause: unknown) => {
    throw new CommandError(`GitHub gives no identity token: ${cause instanceof Error ? cause.message : String(cause)}.`);
  });
  const { value } = (await response.json().catch(() => ({}))) as { value?: unknown };
  if (!response.ok || typeof value !== "string") throw new CommandError(`GitHub gives no identity token (it answered ${response.status}). Does the job have \`permissions: id-token: write\`?`);
  return value;
}
