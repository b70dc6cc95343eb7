import type { Metadata } from "next";
import { AdminFrame } from "#components/admin/admin-frame.tsx";
import { SettingsForm } from "#components/admin/settings-form.tsx";
import { administratorContext } from "#lib/auth/administrator-context.ts";
import { oidcSettings } from "#lib/auth/oidc/oidc-settings.ts";
import { getSettings } from "#lib/catalog/admin/change-settings.ts";
import { env } from "#lib/env.ts";
import { mailIsConfigured } from "#lib/notify/mail/mail-settings.ts";
import { changeSettingsAction } from "./settings-actions.ts";

export const metadata: Metadata = { title: "Settings of the installation" };

export default async function AdminSettingsPage() {
  const settings = await getSettings({ ctx: await administratorContext() });
  const { ANONYMOUS_READ, INTERMESH_STRICT, PUBLIC_URL, INTERMESH_UPLOAD_MB } = env();
  const environment = { anonymousRead: ANONYMOUS_READ, strict: INTERMESH_STRICT, company: oidcSettings()?.name ?? null, publicUrl: PUBLIC_URL || null, mail: mailIsConfigured(), uploadMb: INTERMESH_UPLOAD_MB };
  return (
    <AdminFrame current="settings">
      <SettingsForm settings={settings} environment={environment} action={changeSettingsAction} />
    </AdminFrame>
  );
}
