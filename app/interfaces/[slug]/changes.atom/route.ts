import { answerFeed } from "#app/answer-feed.ts";

/** Versions of an interface and what became of it, as Atom. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerFeed(request, { of: "interface", slug: decodeURIComponent((await params).slug) });
}
