import type { Limits } from "../spec/limits.ts";
import type { ParseRequest, TaskName, Tasks } from "./messages.ts";
import { ParserChild } from "./parser-child.ts";
import { TooBusyError } from "./too-busy-error.ts";

type Waiting = { heapMb: number; bytes: number; start(child: ParserChild): void };
type PoolOptions = {
  /** Documents read at the same time. */
  size: number;
  waitingMax: number;
  waitingBytesMax: number;
  /** Told of what our own code throws while reading; the document is refused. */
  onFault(message: string): void;
};

/** A few reading processes and a bounded queue before them, first come first served. */
export class ParserPool {
  readonly #options: PoolOptions;
  #children: ParserChild[] = [];
  readonly #waiting: Waiting[] = [];

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  async run<Task extends TaskName>(request: ParseRequest & { task: Task }, limits: Limits): Promise<Tasks[Task]> {
    const child = this.#free(limits.heapMbMax) ?? (await this.#turn(request, limits.heapMbMax));
    try {
      return await child.run(request, limits);
    } finally {
      this.#next();
    }
  }

  warmUp(heapMb: number): void {
    while (this.#children.length < this.#options.size) this.#children.push(this.#started(heapMb));
  }

  /** Ends every process; whoever waits for one of them gets its failure. */
  stop(): void {
    for (const child of this.#children) child.stop();
  }

  #started(heapMb: number): ParserChild {
    return new ParserChild(heapMb, (message) => this.#options.onFault(message));
  }

  #free(heapMb: number): ParserChild | null {
    this.#children = this.#children.filter((child) => !child.dead);
    const idle = this.#children.filter((child) => !child.busy);
    let child = idle.find((candidate) => candidate.heapMb === heapMb);
    if (child === undefined) {
      if (this.#children.length >= this.#options.size) {
        if (idle[0] === undefined) return null;
        this.#discard(idle[0]);
      }
      child = this.#started(heapMb);
      this.#children.push(child);
    }
    child.busy = true;
    return child;
  }

  #discard(child: ParserChild): void {
    child.stop();
    this.#children = this.#children.filter((other) => other !== child);
  }

  #turn(request: ParseRequest, heapMb: number): Promise<ParserChild> {
    const bytes = request.files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
    const waitingBytes = this.#waiting.reduce((sum, waiting) => sum + waiting.bytes, 0);
    const { waitingMax, waitingBytesMax } = this.#options;
    if (this.#waiting.length >= waitingMax || waitingBytes + bytes > waitingBytesMax) throw new TooBusyError(this.#waiting.length);
    return new Promise((start) => this.#waiting.push({ heapMb, bytes, start }));
  }

  #next(): void {
    const waiting = this.#waiting[0];
    if (waiting === undefined) return;
    const child = this.#free(waiting.heapMb);
    if (child === null) return;
    this.#waiting.shift();
    waiting.start(child);
  }
}
