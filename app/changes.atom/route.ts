import { answerFeed } from "#app/answer-feed.ts";

/** What changed across the mesh, as Atom. */
export function GET(request: Request): Promise<Response> {
  return answerFeed(request, { of: "mesh" });
}
