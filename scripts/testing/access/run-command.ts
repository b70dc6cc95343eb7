import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Command } from "commander";
import { dispatch } from "#lib/api/dispatch.ts";
import { load } from "./discover.ts";
import type { Given } from "./row.ts";
import { origin } from "./world.ts";

/** A command in this process, its requests answered by the REST interface in this process: what the last answer was. */
export async function runCommand(name: string, given: Given, authorization: string | null, outcomeOf: (response: Response) => Promise<string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "intermesh-command-"));
  const file = path.join(folder, "api.yaml");
  await writeFile(file, typeof given.body === "string" ? given.body : "");
  let outcome = "nothing was asked of the server";
  let hasChanged = false;
  const answered = async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    // What is asked after a change, until a worker has dealt with it, is not waited for: none runs here.
    if (hasChanged && request.method === "GET") return Response.json({}, { status: 404 });
    const response = await dispatch(request);
    outcome = await outcomeOf(response.clone());
    hasChanged ||= request.method !== "GET";
    return response;
  };
  const held = { fetch: globalThis.fetch, out: process.stdout.write, err: process.stderr.write, url: process.env["INTERMESH_URL"], token: process.env["INTERMESH_TOKEN"], cwd: process.cwd() };
  Object.assign(globalThis, { fetch: answered });
  Object.assign(process.env, { INTERMESH_URL: origin, INTERMESH_TOKEN: authorization?.replace("Bearer ", "") ?? "" });
  process.stdout.write = () => true;
  process.stderr.write = () => true;
  try {
    const command = Object.entries(await load(`cli/commands/${name}.ts`)).find(([exported]) => exported.endsWith("Command"))?.[1] as () => Command;
    const line = (given.line ?? []).map((word) => word.replace("{file}", file).replace("{folder}", folder));
    await command().exitOverride().parseAsync(line, { from: "user" }).catch((error: unknown) => {
      if (outcome === "ok" && Number((error as { exitCode?: number }).exitCode) !== 1) outcome = `failed: ${error instanceof Error ? error.message : String(error)}`;
    });
    return outcome;
  } finally {
    process.stdout.write = held.out;
    process.stderr.write = held.err;
    process.exitCode = 0;
    Object.assign(globalThis, { fetch: held.fetch });
    Object.assign(process.env, { INTERMESH_URL: held.url ?? "", INTERMESH_TOKEN: held.token ?? "" });
    await rm(folder, { recursive: true, force: true });
  }
}
