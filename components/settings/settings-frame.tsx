import type { ReactNode } from "react";
import { Page } from "../ui/page.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { settingsPlaces, type SettingsPlace } from "./settings-places.ts";

/** Heading and tabs around every page of one's own settings. */
export function SettingsFrame({ current, title, lead, children }: { current: SettingsPlace; title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <Page>
      <PageHeader title={title} lead={lead} className="pb-1" />
      <Tabs label="Your settings" tabs={settingsPlaces.map(({ key, href, label }) => ({ href, label, current: key === current }))} />
      <div className="pt-6">{children}</div>
    </Page>
  );
}
