import type { ReactNode } from "react";
import { CurrentInView } from "../ui/current-in-view.tsx";
import { Page } from "../ui/page.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { adminPlaces, type AdminPlace } from "./admin-places.ts";

/** Heading and tabs around every page for administrators. */
export function AdminFrame({ current, actions, children }: { current: AdminPlace; actions?: ReactNode; children: ReactNode }) {
  return (
    <Page>
      <PageHeader title="Administration" actions={actions} className="pb-1" />
      <Tabs label="Administration" tabs={adminPlaces.map(({ key, href, label }) => ({ href, label, current: key === current }))} />
      <CurrentInView label="Administration" />
      <div className="pt-6">{children}</div>
    </Page>
  );
}
