import { CommandError } from "../command-error.ts";

const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `30m`, `1h`, `1d` in milliseconds. @throws CommandError for anything else, or less than ten seconds */
export function intervalMs(text: string): number {
  const match = /^(\d+)([smhd])$/.exec(text);
  const ms = match ? Number(match[1]) * units[match[2] as keyof typeof units] : 0;
  if (ms < 10_000 || ms > 2 ** 31 - 1) throw new CommandError(`"${text}" is not an interval. Write it like 30m, 1h or 1d; at least 10s.`);
  return ms;
}
