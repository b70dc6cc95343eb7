/**
 * Whether what is published comes from the branch that speaks for its repository: as the publisher says; else by its
 * name. Nothing said at all is somebody's own word, which counts.
 */
export function isDefaultBranch({ ref, defaultBranch }: { ref?: string; defaultBranch?: boolean }): boolean {
  return defaultBranch ?? (ref === undefined || /^(refs\/heads\/|origin\/)?(main|master|trunk)$/.test(ref));
}
