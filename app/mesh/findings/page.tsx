import type { Metadata } from "next";
import { MeshFindingsView } from "#components/finding/mesh-findings.tsx";
import { Link } from "#components/ui/link.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { findCycles } from "#lib/catalog/graph/walk/find-cycles.ts";
import { listMeshFindings } from "#lib/catalog/mesh-checks/list-mesh-findings.ts";

export const metadata: Metadata = { title: "What does not fit" };

export default async function MeshFindingsPage() {
  const ctx = await requestContext();
  const [findings, cycles] = await Promise.all([listMeshFindings({ ctx }), findCycles({ ctx })]);
  return (
    <Page>
      <PageHeader title="What does not fit" lead="Channels with one side only, names that nearly match, uses of what is gone or going, services that depend on one another in a circle, and what contradicts itself." actions={<Link href="/mesh">The mesh</Link>} />
      <MeshFindingsView {...findings} cycles={cycles} />
    </Page>
  );
}
