import { expect, it } from "vitest";
import { adviseVersion } from "./advise-version.ts";
import type { Verdict } from "./change.ts";

const advice = (base: string, revision: string, verdict: Verdict, info = 1) => {
  const { bump, suggested, finding } = adviseVersion({ base, revision, verdict, info, changed: true });
  return `${bump} ${suggested}${finding ? ` ${finding.code}` : ""}`;
};

it("asks for a major version where something breaks, a minor one where a client could notice, a patch for words", () => {
  expect(advice("1.4.2", "2.0.0", "breaking")).toBe("major 2.0.0");
  expect(advice("1.4.2", "1.5.0", "breaking")).toBe("major 2.0.0 version-raised-too-little");
  expect(advice("1.4.2", "1.5.0", "risky")).toBe("minor 1.5.0");
  expect(advice("1.4.2", "1.4.3", "compatible")).toBe("minor 1.5.0 version-raised-too-little");
  expect(advice("1.4.2", "1.4.3", "compatible", 0)).toBe("patch 1.4.3");
  expect(advice("0.4.2", "0.5.0", "breaking")).toBe("minor 0.5.0");
  expect(advice("0.4.2", "0.4.3", "compatible")).toBe("patch 0.4.3");
});

it("says so when a changed document keeps its version, or goes back", () => {
  expect(advice("1.4.2", "1.4.2", "breaking")).toBe("major 2.0.0 version-not-raised");
  expect(advice("2024-03-01", "2024-03-01", "compatible")).toBe("minor null version-not-raised");
  expect(advice("1.4.2", "1.3.9", "compatible", 0)).toBe("patch 1.4.3 version-lowered");
  expect(adviseVersion({ base: "1.0.0", revision: "1.0.0", verdict: "compatible", info: 0, changed: false })).toEqual({ bump: "none", suggested: "1.0.0", finding: null });
});

it("says so when a version can no longer be read, or leaps", () => {
  expect(advice("1.4.2", "banana", "compatible")).toBe("minor 1.5.0 version-unreadable");
  expect(advice("1.4.2", "1.2.3.4", "breaking")).toBe("major 2.0.0 version-unreadable");
  expect(advice("1.4.2", "2026-05-01", "breaking")).toBe("major 2.0.0");
  expect(advice("1.4.2", "20.0.0", "breaking")).toBe("major 2.0.0 version-raised-too-far");
  expect(advice("1.4.2", "3.0.0", "compatible", 0)).toBe("patch 1.4.3 version-raised-too-far");
});

it("keeps the manner in which versions are written, and leaves other labels alone", () => {
  expect(advice("v1", "v2", "breaking")).toBe("major v2");
  expect(advice("1", "1.1", "compatible")).toBe("minor 1.1");
  expect(advice("1.4", "1.4.1", "compatible", 0)).toBe("patch 1.4.1");
  expect(advice("2.0.0-beta.1", "2.0.0-beta.2", "breaking")).toBe("major 2.0.0");
  expect(advice("2.0.0-beta.2", "2.0.0-beta.1", "compatible", 0)).toBe("patch 2.0.0 version-lowered");
  expect(advice("2024-03-01", "2024-05-01", "breaking")).toBe("major null");
  expect(advice("summer", "winter", "breaking")).toBe("major null");
});
