import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { duration } from "./progress.mjs";

it("says what is being done at once, and how long it took, also where the process itself is busy and silent", () => {
  const script = 'import { working } from "./scripts/progress.mjs"; const done = working("Building", "a minute"); done();';
  const { stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect(stderr).toBe("Building … (a minute)\n  done in 0 s\n");
  expect(status).toBe(0);
});

it("tells minutes from seconds", () => {
  expect([duration(400), duration(59_400), duration(125_000)]).toEqual(["0 s", "59 s", "2 min 5 s"]);
});
