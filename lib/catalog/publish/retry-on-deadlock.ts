const attemptsMax = 4;

/**
 * Runs a transaction again that PostgreSQL ended for the sake of another: a deadlock (40P01), or a text that was purged
 * while it was being referred to (23503). Whatever it did is undone, so it can be run as often as one likes.
 */
export async function retryOnDeadlock<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === attemptsMax || !endedForAnother(error)) throw error;
    }
  }
}

function endedForAnother(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code, constraint } = current as Error & { code?: string; constraint?: string };
    if (code === "40P01" || (code === "23503" && constraint?.includes("sha256"))) return true;
  }
  return false;
}
