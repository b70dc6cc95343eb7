import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { missingEntries } from "#scripts/complete-lock-file.mjs";
import { projectRoot } from "#scripts/run/state.ts";

it("finds nothing missing in this project's lock file, so that npm ci works on every platform", () => {
  const lock = JSON.parse(readFileSync(path.join(projectRoot, "package-lock.json"), "utf8"));
  // Otherwise: node scripts/complete-lock-file.mjs
  expect(missingEntries(lock)).toEqual({});
});

it("names the packages that were left out, with the platform they are for", () => {
  const packages = {
    "": {},
    "node_modules/fast": { version: "2.0.0", dev: true, optionalDependencies: { "@fast/linux-x64-gnu": "2.0.0", "@fast/darwin-arm64": "2.0.0", "@fast/linux-x64-musl": "2.0.0" } },
    "node_modules/@fast/linux-x64-gnu": { version: "2.0.0" },
  };
  expect(missingEntries({ packages })).toEqual({
    "node_modules/@fast/darwin-arm64": { version: "2.0.0", cpu: ["arm64"], dev: true, optional: true, os: ["darwin"] },
    "node_modules/@fast/linux-x64-musl": { version: "2.0.0", cpu: ["x64"], dev: true, libc: ["musl"], optional: true, os: ["linux"] },
  });
});
