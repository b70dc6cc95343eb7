import { CommandError } from "../command-error.ts";

/** The server did not answer, or answered that it cannot for now. `--on-unreachable=warn` forgives it. */
export class UnreachableError extends CommandError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, 2, options);
    this.name = "UnreachableError";
  }
}
