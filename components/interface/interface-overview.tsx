import { Section } from "#components/ui/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Markdown } from "#components/ui/markdown.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Bow } from "#lib/catalog/graph/walk/find-bow.ts";
import type { InterfaceDetail } from "#lib/catalog/interfaces/get-interface.ts";
import { SmallGraph } from "../graph/small-graph.tsx";
import { ServerList } from "../operation/server-list.tsx";
import type { OperationEntry } from "./group-operations.ts";
import type { InterfaceHead } from "./interface-head.ts";
import { OverviewFacts } from "./overview-facts.tsx";
import { OverviewOperations } from "./overview-operations.tsx";
import { RawDocument } from "./raw-document.tsx";
import { SecuritySchemes } from "./security-schemes.tsx";
import { ValiditySummary } from "./validity-summary.tsx";

/** What an interface is, where it is reached and what one needs, beside the facts on record. */
export function InterfaceOverview({ head, detail, operations, origin, bow }: { head: InterfaceHead; detail: InterfaceDetail; operations: OperationEntry[]; origin: string; bow: Bow | null }) {
  const { facts } = detail;
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,1fr)_320px]">
      <div className="min-w-0">
        {detail.version.purgedAt ? (
          <Notice level="warning" className="mb-6">
            The text of this version was purged{detail.version.purgeReason ? `: ${detail.version.purgeReason}` : ""}. Choose another version, or publish the document again.
          </Notice>
        ) : (
          <ValiditySummary head={head} />
        )}
        {detail.description ? (
          <Section title="About" id="about">
            <Markdown text={detail.description} />
          </Section>
        ) : null}
        {bow && bow.usersTotal > 0 ? (
          <Section title="Who uses it" id="mesh">
            <SmallGraph bow={bow} usedTitle="Provided by" />
          </Section>
        ) : null}
        {operations.length === 0 && detail.version.schemaCount === 0 && detail.version.purgedAt === null ? (
          <EmptyState title="The document describes nothing yet">It has a title and a version, but no operation and no schema. Publish a fuller one and it appears here.</EmptyState>
        ) : (
          <OverviewOperations place={head.place} operations={operations} tags={facts.tags} />
        )}
        <Section title="Servers" id="servers" count={facts.servers.length || null}>
          <ServerList servers={facts.servers} />
        </Section>
        <SecuritySchemes schemes={facts.securitySchemes} />
        <RawDocument head={head} origin={origin} />
      </div>
      <OverviewFacts detail={detail} head={head} />
    </div>
  );
}
