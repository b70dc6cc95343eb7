import type { Metadata } from "next";
import { originOfPage } from "#app/interfaces/[slug]/origin.ts";
import { AdminFrame } from "#components/admin/admin-frame.tsx";
import { DirectoryView } from "#components/admin/directory-view.tsx";
import { administratorContext } from "#lib/auth/administrator-context.ts";
import { getDirectory } from "#lib/catalog/directory/get-directory.ts";
import { connectDirectoryAction, disconnectDirectoryAction } from "./directory-actions.ts";

export const metadata: Metadata = { title: "Directory" };

export default async function DirectoryPage() {
  const ctx = await administratorContext();
  const [directory, origin] = await Promise.all([getDirectory({ ctx }), originOfPage()]);
  return (
    <AdminFrame current="directory">
      <DirectoryView directory={directory} address={`${origin}/api/scim/v2`} connect={connectDirectoryAction} disconnect={disconnectDirectoryAction} />
    </AdminFrame>
  );
}
