import { answerFeed } from "#app/answer-feed.ts";

/** What changed of a domain's interfaces, as Atom. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerFeed(request, { of: "domain", slug: decodeURIComponent((await params).slug) });
}
