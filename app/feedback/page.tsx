import type { Metadata } from "next";
import { WorkPage } from "#components/feedback/work-page.tsx";
import { personContext } from "#lib/auth/request-context.ts";
import { listFeedbackWork } from "#lib/catalog/feedback/list-work.ts";
import { settleRatingAction } from "./settle-rating-action.ts";

export const metadata: Metadata = { title: "Feedback" };

export default async function FeedbackRoute({ searchParams }: PageProps<"/feedback">) {
  const ctx = await personContext();
  const { team } = await searchParams;
  const slug = typeof team === "string" && team !== "" ? team : undefined;
  const work = await listFeedbackWork({ ctx, input: { team: slug } });
  return <WorkPage work={work} team={slug ?? null} settle={settleRatingAction} />;
}
