import type { Random } from "./random.ts";

type Mutation = (bytes: Buffer, random: Random) => Buffer;

const cut = (bytes: Buffer, random: Random) => {
  const start = random.below(bytes.length);
  return { start, end: Math.min(bytes.length, start + 1 + random.below(Math.max(1, bytes.length >> 3))) };
};

/** What happens to a file on its way: broken transfers, editors, encodings, hands. */
const mutations: Record<string, Mutation> = {
  truncated: (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  "flipped bytes": (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let i = 0; i < 1 + random.below(20); i++) copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  "part removed": (bytes, random) => {
    const { start, end } = cut(bytes, random);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  },
  "part repeated": (bytes, random) => {
    const { start, end } = cut(bytes, random);
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)]);
  },
  "bytes inserted": (bytes, random) => {
    const at = random.below(bytes.length);
    const what = random.of(["\0", "\t", "\uFEFF", "\u2028", "\r", "---\n", "<<: *x\n", "&a ", "}", '"', "\ud800"]);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(what), bytes.subarray(at)]);
  },
  "not UTF-8": (bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([0xe9, 0xff, 0xc3, 0x28]), bytes.subarray(at)]);
  },
  "CR LF": (bytes) => Buffer.from(bytes.toString("latin1").replace(/\r?\n/g, "\r\n"), "latin1"),
  "UTF-16": (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString("utf8"), "utf16le")]),
  "tabs for spaces": (bytes) => Buffer.from(bytes.toString("latin1").replace(/^ {2}/gm, "\t"), "latin1"),
  "lines shuffled": (bytes, random) => {
    const lines = bytes.toString("latin1").split("\n");
    for (let i = 0; i < 5; i++) {
      const [one, other] = [random.below(lines.length), random.below(lines.length)];
      [lines[one], lines[other]] = [lines[other] ?? "", lines[one] ?? ""];
    }
    return Buffer.from(lines.join("\n"), "latin1");
  },
  "a number blown up": (bytes) => Buffer.from(bytes.toString("latin1").replace(/\d+/, "9".repeat(400)), "latin1"),
};

export function mutateBytes(bytes: Buffer, random: Random): { name: string; bytes: Buffer } {
  const [name, mutation] = random.of(Object.entries(mutations));
  return { name, bytes: bytes.length === 0 ? bytes : mutation(bytes, random) };
}
