import type { Metadata } from "next";
import { AdminFrame } from "#components/admin/admin-frame.tsx";
import { CatalogHealth } from "#components/admin/catalog-health.tsx";
import { administratorContext } from "#lib/auth/administrator-context.ts";
import { getCatalogHealth } from "#lib/catalog/admin/get-catalog-health.ts";

export const metadata: Metadata = { title: "Administration" };

export default async function AdminPage() {
  const health = await getCatalogHealth({ ctx: await administratorContext() });
  return (
    <AdminFrame current="overview">
      <CatalogHealth health={health} />
    </AdminFrame>
  );
}
