import type { Metadata } from "next";
import { MeshFindingsView } from "#components/finding/mesh-findings.tsx";
import { Link } from "#components/ui/link.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listMeshFindings } from "#lib/catalog/mesh-checks/list-mesh-findings.ts";

export const metadata: Metadata = { title: "What does not fit" };

export default async function MeshFindingsPage() {
  const findings = await listMeshFindings({ ctx: await requestContext() });
  return (
    <Page>
      <PageHeader title="What does not fit" lead="Channels with one side only, names that nearly match, uses of what is gone or going, and what contradicts itself." actions={<Link href="/mesh">The mesh</Link>} />
      <MeshFindingsView {...findings} />
    </Page>
  );
}
