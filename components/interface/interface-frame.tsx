import type { ReactNode } from "react";
import { Bell, BellRing } from "lucide-react";
import { ButtonLink } from "#components/ui/button.tsx";
import { Page } from "#components/ui/page.tsx";
import { Tabs, type TabLink } from "#components/ui/tabs.tsx";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import { followUrl } from "#lib/catalog/urls/follow-url.ts";
import { InterfaceFacts } from "./interface-facts.tsx";
import type { InterfaceHead, InterfaceTab } from "./interface-head.ts";
import { OtherForms } from "./other-forms.tsx";
import { OldVersionNotice } from "./old-version-notice.tsx";
import { VersionSwitcher } from "./version-switcher.tsx";

/** Header and tabs of an interface, around any of its pages. Deeper pages have headings of their own, so its name is one only at the top. */
export function InterfaceFrame({ head, tab, deep = false, children }: { head: InterfaceHead; tab: InterfaceTab; deep?: boolean; children: ReactNode }) {
  const Name = deep ? "p" : "h1";
  return (
    <Page>
      <header className="flex flex-col gap-1.5 pt-5 pb-3">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <Name className={`min-w-0 ${deep ? "text-lg" : "text-xl"} font-semibold tracking-tight text-balance [overflow-wrap:anywhere]`}>{head.title}</Name>
          <div className="flex flex-wrap items-center gap-2">
            {head.mayPublish && !deep ? (
              <ButtonLink size="sm" prefetch={false} href={publishHref(head)} className="max-sm:hidden">
                Publish a version
              </ButtonLink>
            ) : null}
            <OtherForms head={head} tab={tab} />
            {head.mayFollow && !deep ? (
              <ButtonLink size="sm" prefetch={false} href={followUrl({ subject: "interface", slug: head.place.slug })} icon={head.following ? <BellRing aria-hidden="true" className="text-accent" /> : <Bell aria-hidden="true" />}>
                {head.following ? "Following" : "Follow"}
              </ButtonLink>
            ) : null}
            <VersionSwitcher head={head} />
          </div>
        </div>
        {head.summary && !deep ? <p className="line-clamp-2 max-w-[80ch] text-muted">{head.summary}</p> : null}
        <InterfaceFacts head={head} />
      </header>
      <Tabs label="Parts of this interface" tabs={tabsOf(head, tab)} />
      <OldVersionNotice head={head} />
      <div className="pt-6">{children}</div>
    </Page>
  );
}

function publishHref({ place, line }: InterfaceHead): string {
  return `/publish?${new URLSearchParams({ interface: place.slug, ...(line === "default" ? {} : { line }) })}`;
}

function tabsOf({ place, counts, format, mayManage }: InterfaceHead, current: InterfaceTab): TabLink[] {
  const tab = (name: InterfaceTab, label: string, count?: number): TabLink => ({ href: interfaceUrl({ ...place, tab: name === "overview" ? "" : name }), label, current: name === current, ...(count === undefined ? {} : { count }) });
  return [
    tab("overview", "Overview"),
    tab("reference", "Reference", counts.operations),
    ...(format === "asyncapi" ? [tab("channels", "Channels")] : []),
    tab("schemas", "Schemas", counts.schemas),
    tab("consumers", "Consumers"),
    tab("versions", "Versions", counts.versions),
    tab("discussion", "Discussion"),
    ...(mayManage ? [tab("settings", "Settings")] : []),
  ];
}
