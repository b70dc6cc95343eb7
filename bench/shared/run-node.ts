import { spawn } from "node:child_process";

/** Runs a script in a fresh process of this Node; its standard output, and how long it took. Throws when it fails. */
export async function runNode(script: string, args: string[], options: { env?: Record<string, string>; codes?: number[] } = {}): Promise<{ out: string; ms: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, ["--max-old-space-size=4096", script, ...args], { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...options.env } });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  if (!(options.codes ?? [0]).includes(code ?? -1)) throw new Error(`${script} ended with ${code}.\n${err}`);
  return { out, ms: performance.now() - started };
}
