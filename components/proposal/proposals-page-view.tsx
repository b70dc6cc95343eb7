import type { ProposalSummary } from "#lib/catalog/proposals/list-proposals.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { ProposalList } from "./proposal-list.tsx";

/** What is about to be published, across the mesh. */
export function ProposalsPageView({ proposals, all }: { proposals: ProposalSummary[]; all: boolean }) {
  return (
    <Page>
      <PageHeader
        title="Proposals"
        lead="Versions that are about to be published, shown beforehand to those whom they touch."
        actions={
          <ButtonLink size="sm" href={all ? "/proposals" : "/proposals?all=true"} prefetch={false}>
            {all ? "Open ones only" : "Closed ones, too"}
          </ButtonLink>
        }
      />
      {proposals.length === 0 ? (
        <EmptyState title={all ? "Nothing has been proposed yet" : "Nothing is proposed at the moment"}>
          <p>
            Propose the next version of a document from a branch with <code>intermesh check openapi.yaml --propose</code>: its consumers see what it would break, and answer before it ships.
          </p>
        </EmptyState>
      ) : (
        <ProposalList proposals={proposals} titled />
      )}
    </Page>
  );
}
