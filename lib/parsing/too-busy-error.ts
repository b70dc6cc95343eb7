/** More documents are waiting to be read than the installation allows; the same upload may succeed a little later (HTTP 503). */
export class TooBusyError extends Error {
  readonly code = "too-busy";
  readonly retryAfterSeconds: number;

  constructor(waiting: number, retryAfterSeconds = 5) {
    super(`${waiting} documents are already waiting to be read. Try again in ${retryAfterSeconds} seconds.`);
    this.name = "TooBusyError";
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
