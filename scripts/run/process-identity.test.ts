import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { commandOf, identifyProcess, isAlive } from "#scripts/run/process-identity.ts";
import { stopProcess } from "#scripts/run/stop-process.ts";

it("knows a process again, and knows when it has gone", async () => {
  const child = spawn("sleep", ["600"]);
  await once(child, "spawn");
  const known = identifyProcess(child.pid!)!;
  expect(isAlive(known)).toBe(true);
  expect(commandOf(child.pid!)).toContain("sleep 600");
  await stopProcess(known, "SIGTERM", 5_000);
  expect(isAlive(known)).toBe(false);
});

it("takes another process with the same number for another", async () => {
  const child = spawn("sleep", ["600"]);
  await once(child, "spawn");
  const other = { pid: child.pid!, started: "before" };
  expect(isAlive(other)).toBe(false);
  await stopProcess(other, "SIGKILL", 5_000);
  expect(child.exitCode).toBeNull();
  child.kill();
});

it("ends a process by force that does not listen", async () => {
  const child = spawn(process.execPath, ["-e", "process.on('SIGTERM', () => {}); console.log('deaf'); setInterval(() => {}, 1000)"]);
  await once(child.stdout, "data");
  await stopProcess(identifyProcess(child.pid!)!, "SIGTERM", 200);
  expect(child.signalCode ?? (await once(child, "exit"))[1]).toBe("SIGKILL");
});
