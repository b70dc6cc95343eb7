import { answerFeed } from "#app/answer-feed.ts";

/** What changed of a team's interfaces, as Atom. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerFeed(request, { of: "team", slug: decodeURIComponent((await params).slug) });
}
