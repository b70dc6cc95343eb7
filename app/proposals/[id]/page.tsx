import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { ProposalPage } from "#components/proposal/proposal-page.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { getProposal } from "#lib/catalog/proposals/get-proposal.ts";
import { pageOfChanges } from "#lib/catalog/comparisons/page-of-changes.ts";
import { answerProposalAction, withdrawProposalAction } from "./proposal-actions.ts";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

// Once for a request: the title asks for it as well as the page.
const open = cache(async (id: string) => {
  if (!/^[1-9]\d{0,14}$/.test(id)) notFound();
  return orNotFound(getProposal({ ctx: await requestContext(), input: { id: Number(id) } }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, proposal } = await open((await params).id);
  return { title: `${title} ${proposal.label} (proposal)` };
}

export default async function ProposalRoute({ params, searchParams }: Props) {
  const { page } = await searchParams;
  const detail = await open((await params).id);
  const shown = pageOfChanges(detail.changes, { page: typeof page === "string" && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1 });
  return <ProposalPage detail={detail} shown={shown} answer={answerProposalAction} withdraw={withdrawProposalAction} />;
}
