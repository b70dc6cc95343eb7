import type { Verdict } from "./change.ts";

export type Bump = "major" | "minor" | "patch" | "none";

export type VersionAdvice = {
  bump: Bump;
  /** What `info.version` should be at least; `null` where the base's label is no semantic version. */
  suggested: string | null;
  finding: { code: "version-not-raised" | "version-raised-too-little" | "version-raised-too-far" | "version-lowered" | "version-unreadable"; message: string } | null;
};

type Compared = {
  /** `info.version` of the two documents. */
  base: string; revision: string;
  verdict: Verdict;
  /** How many changes of level `info` there are. */
  info: number;
  /** Whether the texts differ at all. */
  changed: boolean;
};

/**
 * What `info.version` should become (Semantic Versioning 2.0.0, 4 and 6 to 8), and what is wrong with what it is. Whatever a
 * client could notice calls for a minor version, what breaks for a major one, mere words for a patch. Below 1.0.0 all that
 * is one step lower, as is usual, although anything may change there.
 */
export function adviseVersion({ base, revision, verdict, info, changed }: Compared): VersionAdvice {
  const [before, after] = [readVersion(base), readVersion(revision)];
  const bump = changed ? bumpFor(verdict, info, before) : "none";
  const suggested = before && raise(before, bump);
  return { bump, suggested: suggested ?? null, finding: findingOn({ base, revision, before, after, bump, suggested: suggested ?? null, verdict }) };
}

type Version = { prefix: string; numbers: [number, number, number]; count: number; pre: string };

function bumpFor(verdict: Verdict, info: number, before: Version | null): Bump {
  const early = before?.numbers[0] === 0;
  if (verdict === "breaking") return early ? "minor" : "major";
  if (verdict === "risky") return "minor";
  return info > 0 && !early ? "minor" : "patch";
}

type Known = { base: string; revision: string; before: Version | null; after: Version | null; bump: Bump; suggested: string | null; verdict: Verdict };

function findingOn({ base, revision, before, after, bump, suggested, verdict }: Known): VersionAdvice["finding"] {
  const to = suggested === null ? "" : ` It should be ${suggested}${bump === "patch" ? " at least" : ""}.`;
  if (bump === "none") return null;
  if (base.trim() === revision.trim()) return { code: "version-not-raised", message: `The document changed and \`info.version\` is still ${base}.${to}` };
  // A day is a version too, and may take the place of numbers.
  if (before && !after && !isDay(revision)) return { code: "version-unreadable", message: `\`info.version\` went from ${base} to ${revision}, which is no semantic version.${to}` };
  if (!before || !after) return null;
  const order = compare(after, before);
  if (order < 0) return { code: "version-lowered", message: `\`info.version\` went back from ${base} to ${revision}.${to}` };
  if (after.numbers[0] > before.numbers[0] + 1) return { code: "version-raised-too-far", message: `\`info.version\` went from ${base} to ${revision}, more than one major version.${to}` };
  const needed = readVersion(suggested ?? "");
  if (!needed || compare({ ...after, pre: "" }, needed) >= 0) return null;
  const why = verdict === "compatible" ? "Something was added or relaxed" : `The change is ${verdict}`;
  return { code: "version-raised-too-little", message: `${why} and \`info.version\` only went from ${base} to ${revision}.${to}` };
}

/** `2.1.0-beta.1`, `v3`, `1.4`; no dates and no other labels. */
function readVersion(label: string): Version | null {
  const match = /^(v?)(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/.exec(label.trim());
  if (!match) return null;
  const [, prefix = "", major, minor, patch, pre = ""] = match;
  // 2024-03-01, 20240301 and 2024.3 are days.
  if (/^(19|20)\d{2}$/.test(major ?? "") || (major ?? "").length >= 6) return null;
  return { prefix, numbers: [Number(major), Number(minor ?? 0), Number(patch ?? 0)], count: patch !== undefined ? 3 : minor !== undefined ? 2 : 1, pre };
}

function isDay(label: string): boolean {
  return /^(19|20)\d{2}([-./]?\d{1,2}){0,2}\b/.test(label.trim());
}

function raise(version: Version, bump: Bump): string {
  const [major, minor, patch] = version.numbers;
  // A pre-release becomes its release, where that is a large enough step.
  const released = version.pre !== "" && (bump === "patch" || (bump === "minor" && patch === 0) || (bump === "major" && minor + patch === 0));
  if (bump === "none" || released) return written(version, version.numbers, version.count);
  if (bump === "major") return written(version, [major + 1, 0, 0], version.count);
  if (bump === "minor") return written(version, [major, minor + 1, 0], Math.max(version.count, 2));
  return written(version, [major, minor, patch + 1], 3);
}

function written({ prefix }: Version, numbers: [number, number, number], count: number): string {
  return prefix + numbers.slice(0, count).join(".");
}

function compare(one: Version, other: Version): number {
  for (const [index, number] of one.numbers.entries()) {
    const difference = number - (other.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (one.pre === other.pre) return 0;
  if (one.pre === "" || other.pre === "") return one.pre === "" ? 1 : -1;
  return comparePre(one.pre.split("."), other.pre.split("."));
}

/** Semantic Versioning 2.0.0, 11.4. */
function comparePre(one: string[], other: string[]): number {
  for (const [index, word] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    if (word === against) continue;
    const [number, than] = [/^\d+$/.test(word), /^\d+$/.test(against)];
    if (number && than) return Number(word) - Number(against);
    if (number !== than) return number ? -1 : 1;
    return word < against ? -1 : 1;
  }
  return one.length - other.length;
}
