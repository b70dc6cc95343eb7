import { Option } from "commander";
import { note } from "../output.ts";
import { UnreachableError } from "./unreachable-error.ts";

export type OnUnreachable = { onUnreachable: "fail" | "warn" };

/** What to do when the server cannot be reached: a catalog that is down need not stop a pipeline. */
export function onUnreachable(): Option {
  return new Option("--on-unreachable <what>", "when the server cannot be reached: fail, or warn and exit 0").choices(["fail", "warn"]).default("fail");
}

/** Runs a command; an unreachable server is only warned of where the option says so. `left`: what was not done. */
export async function forgiving(options: OnUnreachable, run: () => Promise<void>, left: string): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof UnreachableError) || options.onUnreachable !== "warn") throw error;
    note(`warning: ${error.message} ${left}; the pipeline goes on (--on-unreachable=warn).`);
  }
}
