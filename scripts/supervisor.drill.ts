import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { freePort } from "#scripts/run/free-port.ts";
import { commandOf } from "#scripts/run/process-identity.ts";
import { startStack, type Stack } from "#scripts/stack.ts";

let home: string;
let stack: Stack | undefined;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), "intermesh-drill-"));
});
afterEach(async () => {
  await stack?.stop();
  await rm(home, { recursive: true, force: true });
});

const parts = ["web", "worker", "meilisearch", "postgres"] as const;

async function query(url: string, text: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function lives(pid: number | undefined): boolean {
  return pid !== undefined && commandOf(pid) !== "";
}

async function answers(url: string): Promise<number> {
  return fetch(`${url}/readyz`).then(({ status }) => status, () => 0);
}

describe("npm start", () => {
  it("stops all it started, and finds everything again when it is started again", async () => {
    stack = await startStack({ home, empty: true });
    const before = await stack.pids();
    for (const part of parts) expect(lives(before[part]), part).toBe(true);
    await query(stack.databaseUrl, "create table kept (word text); insert into kept values ('here')");
    const secrets = await readFile(path.join(home, "secrets.json"), "utf8");
    await stack.stop();
    for (const part of parts) expect(lives(before[part]), part).toBe(false);

    stack = await startStack({ home, empty: true });
    expect(await query(stack.databaseUrl, "select word from kept")).toEqual([{ word: "here" }]);
    expect(await readFile(path.join(home, "secrets.json"), "utf8")).toBe(secrets);
  });

  it("keeps its secrets from other users of the machine", async () => {
    stack = await startStack({ home, empty: true });
    for (const file of ["secrets.json", "run.json", "token"]) expect((await stat(path.join(home, file))).mode & 0o077, file).toBe(0);
    expect((await stat(path.join(home, "postgres"))).mode & 0o077).toBe(0);
    const { meilisearch } = await stack.pids();
    const { meilisearchKey } = JSON.parse(await readFile(path.join(home, "secrets.json"), "utf8")) as { meilisearchKey: string };
    expect(commandOf(meilisearch!)).not.toContain(meilisearchKey);
  });

  it("ends what a killed supervisor left, and goes on with its data", async () => {
    stack = await startStack({ home, empty: true });
    const left = await stack.pids();
    await query(stack.databaseUrl, "create table kept (word text); insert into kept values ('here')");
    await stack.kill("supervisor");
    for (const part of parts) expect(lives(left[part]), part).toBe(true);

    stack = await startStack({ home, empty: true });
    for (const part of parts) expect(lives(left[part]), part).toBe(false);
    expect(await query(stack.databaseUrl, "select word from kept")).toEqual([{ word: "here" }]);
  });

  it("leaves a process alone that only got the number of one it had started", async () => {
    const foreign = spawn("sleep", ["600"]);
    try {
      const started = { pid: foreign.pid, started: "another boot:1" };
      const file = { supervisor: started, processes: { web: started, postgres: started }, url: "", databaseUrl: null, ready: true };
      await writeFile(path.join(home, "run.json"), JSON.stringify(file));
      stack = await startStack({ home, empty: true });
      expect(foreign.exitCode).toBeNull();
      expect(lives(foreign.pid)).toBe(true);
    } finally {
      foreign.kill();
    }
  });

  it("starts each part again that is killed, and serves meanwhile with the others", async () => {
    stack = await startStack({ home, empty: true });
    const { url, pids, kill } = stack;
    for (const part of parts) {
      const before = (await pids())[part];
      await kill(part);
      await vi.waitFor(async () => {
        const after = (await pids())[part];
        expect(after).toBeDefined();
        expect(after).not.toBe(before);
        expect(await answers(url)).toBe(200);
      }, { timeout: 60_000, interval: 100 });
    }
  });

  it("refuses to share a state folder with one that runs", async () => {
    stack = await startStack({ home, empty: true });
    await expect(startStack({ home, empty: true })).rejects.toThrow(/already runs/);
    expect(await answers(stack.url)).toBe(200);
  });

  it("says what to do when the port is taken, and leaves nothing running", async () => {
    const other = createServer().listen(await freePort(), "127.0.0.1");
    await once(other, "listening");
    const port = (other.address() as { port: number }).port;
    try {
      await expect(startStack({ home, empty: true, port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use by another program. Choose another: PORT=${port + 1} npm start`);
      await expect(stat(path.join(home, "postgres"))).rejects.toThrow();
    } finally {
      other.close();
    }
  });

  it("runs on PostgreSQL's search where no Meilisearch can be started, and says so", async () => {
    const tools = path.join(home, "tools");
    await mkdir(tools);
    await writeFile(path.join(tools, "meilisearch"), "#!/bin/sh\necho broken >&2\nexit 1\n", { mode: 0o755 });
    stack = await startStack({ home, empty: true, env: { PATH: `${tools}:${process.env["PATH"]}` } });
    expect(stack.output()).toMatch(/PostgreSQL searches/);
    const { output } = stack;
    await vi.waitFor(() => expect(output()).toMatch(/Search +PostgreSQL/));
    expect(await answers(stack.url)).toBe(200);
  });
});
