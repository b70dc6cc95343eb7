import { BusyError } from "../errors.ts";

/** More documents are waiting to be read than the installation allows; the same upload may succeed a little later. */
export class TooBusyError extends BusyError {
  constructor(waiting: number) {
    super(`${waiting} documents are already waiting to be read. Try again in a few seconds.`, 5);
  }
}
