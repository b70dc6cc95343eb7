// A backup is a gzip of: one line of JSON for the header; for each table one line of JSON and its rows as PostgreSQL's
// COPY gives them, in frames of a length (4 bytes, big-endian) and that many bytes, a length of 0 ending them.

/** A length and its bytes; of no bytes, the end of a table. */
export function frame(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return bytes.length === 0 ? length : Buffer.concat([length, bytes]);
}

/** Reads lines and frames from chunks of any size. */
export class FrameReader {
  #chunks: AsyncIterator<Buffer>;
  #pending: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** The next line without its end, or null at the end of the file. */
  async line(): Promise<string | null> {
    let from = 0;
    for (;;) {
      const end = this.#pending.indexOf(10, from);
      if (end >= 0) return this.#take(end + 1).subarray(0, end).toString("utf8");
      from = this.#pending.length;
      if (await this.#more()) continue;
      if (this.#pending.length === 0) return null;
      throw new Error("The backup ends in the middle of a line.");
    }
  }

  /** The bytes of one table. */
  async *frames(): AsyncGenerator<Buffer> {
    for (;;) {
      const length = (await this.#exactly(4)).readUInt32BE();
      if (length === 0) return;
      yield await this.#exactly(length);
    }
  }

  async #exactly(bytes: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = bytes;
    while (missing > 0) {
      if (this.#pending.length === 0 && !(await this.#more())) throw new Error("The backup ends in the middle of a table.");
      const part = this.#take(Math.min(missing, this.#pending.length));
      parts.push(part);
      missing -= part.length;
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }

  #take(bytes: number): Buffer {
    const taken = this.#pending.subarray(0, bytes);
    this.#pending = this.#pending.subarray(bytes);
    return taken;
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done) return false;
    this.#pending = this.#pending.length === 0 ? next.value : Buffer.concat([this.#pending, next.value]);
    return true;
  }
}
