import type { NextRequest } from "next/server";

/**
 * Other origins that scripts of this page may send requests to: none. A policy holds for a document until it is left, so
 * a page that needs more is reached by a plain `<a>`, never by a soft navigation; and what the reader may not see must
 * not show here either.
 */
export async function connectSources(_request: NextRequest): Promise<string[]> {
  return [];
}
