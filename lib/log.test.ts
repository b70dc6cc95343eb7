import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const value = "hush-hush";
const secrets = { authorization: `Bearer ${value}`, cookie: value, password: value, token: value, secret: value, "set-cookie": value };
const program = `import { log } from "./lib/log.ts"; const secrets = ${JSON.stringify(secrets)};
class DrizzleQueryError extends Error { query = "select 1"; params = ["${value}"]; }
const failed = new DrizzleQueryError('Failed query: select "a" from "b"\\nparams: ${value},"quoted ${value}"\\nsecond ${value}');
log.info({ ...secrets, request: secrets, deep: { headers: secrets }, err: Object.assign(new Error("refused", { cause: failed }), { detail: secrets, headers: secrets }) }, "asked");
log.error({ err: failed }, "failed with im_0123456789abcdef${value} and Bearer ${value}");`;

it("writes no secret, wherever in an entry it stands, nor the values of a failed query", () => {
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8", env: { ...process.env, LOG_LEVEL: "info" } });
  const lines = stdout.trim().split("\n").map((line) => JSON.parse(line) as { msg: string });
  expect(lines.map(({ msg }) => msg), stderr).toEqual(["asked", "failed with im_[Redacted] and Bearer [Redacted]"]);
  expect(stdout).not.toContain(value);
  expect(stdout).toContain("Failed query: select");
});
