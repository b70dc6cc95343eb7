import { ValidationError } from "#lib/errors.ts";
import { assertMayBeAsked, GuardedFetchError } from "#lib/http/guarded-fetch.ts";
import { env } from "../../env.ts";

/** Keeps out an address that would be refused at every delivery. @throws ValidationError with the words of a delivery */
export function refuseInternal(url: string): void {
  try {
    assertMayBeAsked(url, env().NOTIFY_INTERNAL);
  } catch (error) {
    if (error instanceof GuardedFetchError) throw new ValidationError(error.message, { url: error.message });
    throw error;
  }
}
