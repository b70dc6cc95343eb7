import type { Metadata } from "next";
import { ProposalsPageView } from "#components/proposal/proposals-page-view.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listProposals } from "#lib/catalog/proposals/list-proposals.ts";

export const metadata: Metadata = { title: "Proposals" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProposalsPage({ searchParams }: Props) {
  const all = (await searchParams)["all"] === "true";
  const proposals = await listProposals({ ctx: await requestContext(), input: { all } });
  return <ProposalsPageView proposals={proposals} all={all} />;
}
