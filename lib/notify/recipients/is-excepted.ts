/** Whether a member has said not to be told, for themselves, of what their team follows: for good (`null`) or until then. */
export function isExcepted(excepted: Record<string, string | null>, userId: string, now = new Date()): boolean {
  const until = excepted[userId];
  return until !== undefined && (until === null || new Date(until) > now);
}
