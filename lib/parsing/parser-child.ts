import type { ChildProcess } from "node:child_process";
import { getPriority, setPriority } from "node:os";
import { join } from "node:path";
import type { Limits } from "../spec/limits.ts";
import { incomparable } from "./compared-documents.ts";
import { giveUp, type GivingUp } from "./give-up.ts";
import type { ParseAnswer, ParseRequest, TaskName, Tasks } from "./messages.ts";
import { AnswerReader } from "./messages.ts";
import { describeDocument } from "./prepare-document.ts";

// Taken from the running process: a bundler would follow an imported `fork` into the script and fail.
const { fork } = process.getBuiltinModule("node:child_process");

// After a large document a process keeps its heap; a fresh one is cheaper than holding that.
const rssBytesKept = 600 * 1024 * 1024;

/** One reading process: takes one document at a time, and is not used again after a failure. */
export class ParserChild {
  readonly heapMb: number;
  busy = false;
  dead = false;
  readonly #process: ChildProcess;
  readonly #ready: Promise<void>;
  readonly #onFault: (message: string) => void;
  #complaints = "";

  constructor(heapMb: number, onFault: (message: string) => void) {
    this.heapMb = heapMb;
    this.#onFault = onFault;
    this.#process = fork(join(projectRoot(), "lib/parsing/parser-process.ts"), [], {
      cwd: projectRoot(),
      serialization: "advanced",
      execArgv: ["--disable-warning=ExperimentalWarning", `--max-old-space-size=${heapMb}`, "--permission", "--allow-fs-read=*"],
      env: { PATH: process.env.PATH, TZ: process.env.TZ, NODE_ENV: process.env.NODE_ENV },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#yieldToOthers();
    this.#process.stderr?.on("data", (chunk: Buffer) => (this.#complaints = (this.#complaints + chunk.toString()).slice(-4_000)));
    this.#process.on("exit", () => (this.dead = true));
    this.#process.on("error", () => (this.dead = true));
    this.#ready = new Promise((resolve, reject) => {
      this.#process.once("message", () => resolve());
      this.#process.once("error", reject);
      this.#process.once("exit", () => reject(new Error(`The reading process did not start: ${this.#complaints}`)));
    });
    this.#ready.catch(() => undefined);
    this.#letGo();
  }

  /** Rejects in one case only: the process cannot be started at all, which is a fault of the installation. */
  async run<Task extends TaskName>(request: ParseRequest & { task: Task }, limits: Limits): Promise<Tasks[Task]> {
    this.busy = true;
    this.#hold();
    try {
      await this.#ready;
      return await this.#exchange(request, limits);
    } finally {
      this.busy = false;
      this.#letGo();
    }
  }

  stop(): void {
    this.dead = true;
    this.#process.kill("SIGKILL");
  }

  #exchange<Task extends TaskName>(request: ParseRequest & { task: Task }, limits: Limits): Promise<Tasks[Task]> {
    const reader = new AnswerReader();
    return new Promise((resolve) => {
      const timer = setTimeout(() => fail("too-slow"), limits.timeoutMs);
      const finish = (result: Tasks[Task]) => {
        clearTimeout(timer);
        this.#process.off("message", take);
        this.#process.off("exit", died);
        resolve(result);
      };
      const take = (answer: ParseAnswer) => {
        reader.take(answer);
        if (answer.kind === "fault") fail("reader-failed", answer.message);
        if (answer.kind !== "done") return;
        if (answer.rssBytes > rssBytesKept) this.stop();
        finish(reader.result<Task>());
      };
      const fail = (why: GivingUp, fault?: string) => {
        if (fault !== undefined) this.#onFault(fault);
        this.stop();
        finish(givenUp(request, why, limits) as Tasks[Task]);
      };
      const died = (code: number | null, signal: string | null) => {
        if (ranOutOfMemory(signal, this.#complaints)) fail("too-much-memory");
        else fail("reader-failed", `The reading process ended (${signal ?? code}): ${this.#complaints}`);
      };
      this.#process.on("message", take);
      this.#process.once("exit", died);
      this.#process.send(request, (error) => error && fail("reader-failed", error.message));
    });
  }

  /** Whoever asks for a page goes first when the machine has more to do than it can. */
  #yieldToOthers(): void {
    try {
      if (this.#process.pid !== undefined) setPriority(this.#process.pid, Math.min(19, getPriority() + 5));
    } catch {
      // Some systems do not let us; it then competes as an equal.
    }
  }

  /** A waiting process keeps nobody's program from ending; a working one does. */
  #letGo(): void {
    this.#process.unref();
    this.#process.channel?.unref();
    (this.#process.stderr as unknown as { unref?(): void } | null)?.unref?.();
  }

  #hold(): void {
    this.#process.ref();
    this.#process.channel?.ref();
  }
}

/** What was asked for, of a document that was given up. */
function givenUp({ task, root, files }: ParseRequest, why: GivingUp, limits: Limits): Tasks[TaskName] {
  const upload = giveUp(why, root ?? files[0]?.path ?? "", limits);
  if (task === "compare") return incomparable(upload.parsed.diagnostics[0]?.message.replace("Reading the document", "Comparing the two documents") ?? "They could not be compared.");
  return task === "parse" ? upload : describeDocument(upload);
}

/** V8 aborts at its heap's limit; the kernel kills where the machine has no more. */
function ranOutOfMemory(signal: string | null, complaints: string): boolean {
  return signal === "SIGKILL" || /out of memory|Allocation failed|invalid table size/i.test(complaints);
}

/** Where the sources lie: bundled code knows no other way to the file that the process is to run. */
function projectRoot(): string {
  return process.env.INTERMESH_ROOT ?? process.cwd();
}
