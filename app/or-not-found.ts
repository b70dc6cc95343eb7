import { notFound } from "next/navigation";
import { NotFoundError, ValidationError } from "#lib/errors.ts";

/** What a verb returns, or the page that says there is no such thing: also for an address whose cursor or filter means nothing. */
export async function orNotFound<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof NotFoundError || error instanceof ValidationError) notFound();
    throw error;
  }
}
