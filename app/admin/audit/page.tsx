import type { Metadata } from "next";
import { AdminFrame } from "#components/admin/admin-frame.tsx";
import { AuditView } from "#components/access/audit-view.tsx";
import { administratorContext } from "#lib/auth/administrator-context.ts";
import { listAudit, ListAuditInput } from "#lib/catalog/audit/list-audit.ts";

export const metadata: Metadata = { title: "Audit log" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: Props) {
  const ctx = await administratorContext();
  const said = Object.fromEntries(Object.entries(await searchParams).flatMap(([name, value]) => (typeof value === "string" && value.trim() ? [[name, value.trim()]] : [])));
  // An address with a value that the log does not have shows the whole log rather than an error.
  const isUnderstood = ListAuditInput.safeParse({ ...said, limit: 100 }).success;
  const page = await listAudit({ ctx, input: isUnderstood ? { ...said, limit: 100 } : {} });
  return (
    <AdminFrame current="audit">
      <AuditView items={page.items} next={page.next} query={isUnderstood ? said : {}} wasMisread={!isUnderstood} />
    </AdminFrame>
  );
}
