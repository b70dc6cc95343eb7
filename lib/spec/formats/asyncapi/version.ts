const known = ["2.0.0", "2.1.0", "2.2.0", "2.3.0", "2.4.0", "2.5.0", "2.6.0", "3.0.0", "3.1.0"];

/** What a written version is read as: itself, or the nearest published one of its major version; null for other majors. */
export function asyncapiVersion(written: string): { major: 2 | 3; readAs: string; exact: boolean } | null {
  const match = /^([23])(?:\.(\d+))?(?:\.\d+)?(?:[-+].*)?$/.exec(written.trim());
  if (match === null) return null;
  const major = match[1] === "2" ? 2 : 3;
  if (known.includes(written)) return { major, readAs: written, exact: true };
  const sameMinor = known.find((version) => version.startsWith(`${major}.${match[2] ?? "?"}.`));
  return { major, readAs: sameMinor ?? (major === 2 ? "2.6.0" : "3.1.0"), exact: false };
}
