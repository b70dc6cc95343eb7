import type { EngineAnswer, EngineRequest, SearchEngine } from "./engine.ts";

export type FailoverAnswer = EngineAnswer & { engine: SearchEngine["name"]; degraded: boolean };
type Options = {
  /** How long the first engine may take. */
  timeoutMs?: number;
  /** How long it is left alone after a failure before it is tried again. */
  retryMs?: number;
  onChange?: (degraded: boolean, cause: unknown) => void;
};

const slowMax = 2;

/**
 * Asks the search server, and PostgreSQL where that does not answer in time. After a failure the server is left alone and
 * tried in the background; when it answers, it is asked again.
 */
export class FailoverEngine {
  private readonly first: SearchEngine;
  private readonly second: SearchEngine;
  private readonly timeoutMs: number;
  private readonly retryMs: number;
  private readonly onChange: (degraded: boolean, cause: unknown) => void;
  private isOpen = false;
  private slowInARow = 0;
  private retry: NodeJS.Timeout | undefined;

  constructor(first: SearchEngine, second: SearchEngine, { timeoutMs = 700, retryMs = 1_000, onChange = () => {} }: Options = {}) {
    this.first = first;
    this.second = second;
    this.timeoutMs = timeoutMs;
    this.retryMs = retryMs;
    this.onChange = onChange;
  }

  /** The engine that would be asked now. */
  get name(): SearchEngine["name"] {
    return this.isOpen ? this.second.name : this.first.name;
  }

  get degraded(): boolean {
    return this.isOpen;
  }

  async search(request: EngineRequest): Promise<FailoverAnswer> {
    if (!this.isOpen) {
      try {
        const answer = await this.first.search({ ...request, signal: AbortSignal.timeout(this.timeoutMs) });
        this.slowInARow = 0;
        return { ...answer, engine: this.first.name, degraded: false };
      } catch (cause) {
        // One slow answer happens while much is being indexed; two in a row are a server that hangs.
        const isSlow = cause instanceof Error && /abort|timeout/i.test(`${cause.name} ${(cause.cause as Error | undefined)?.name ?? ""}`);
        this.slowInARow += 1;
        if (!isSlow || this.slowInARow >= slowMax) this.open(cause);
      }
    }
    return { ...(await this.second.search(request)), engine: this.second.name, degraded: true };
  }

  close(): void {
    clearTimeout(this.retry);
  }

  private open(cause: unknown): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.tryLater();
    this.tell(true, cause);
  }

  /** Whoever is told may fail at it (a log, say): that must not end the search, nor the way back. */
  private tell(degraded: boolean, cause: unknown): void {
    try {
      this.onChange(degraded, cause);
    } catch {
      // It is told of the next change.
    }
  }

  private tryLater(): void {
    this.retry = setTimeout(() => {
      this.first.ping(AbortSignal.timeout(this.timeoutMs)).then(
        () => {
          this.isOpen = false;
          this.slowInARow = 0;
          this.tell(false, null);
        },
        () => this.tryLater(),
      );
    }, this.retryMs).unref();
  }
}
