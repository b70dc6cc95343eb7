import { Page } from "../ui/page.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";
import { Link } from "../ui/link.tsx";
import type { Home } from "#lib/catalog/get-home.ts";
import type { SmallMap as SmallMapData } from "#lib/catalog/graph/get-small-map.ts";
import { SmallMap } from "../graph/small-map.tsx";
import { RecentChanges } from "../change/recent-changes.tsx";
import { PublishHint } from "../interface/publish-hint.tsx";
import { DemoNotice } from "./demo-notice.tsx";
import { Glance } from "./glance.tsx";
import { HowToPublish } from "./how-to-publish.tsx";
import { Unowned } from "./unowned.tsx";
import { WeeklyVersions } from "./weekly-versions.tsx";

/** The first page: what changed lately, how much there is, what waits for someone. */
export function HomeView({ home, map, now }: { home: Home; map: SmallMapData | null; now: Date }) {
  if (home.counts.interfaces === 0) {
    return (
      <Page>
        <PageHeader title="Welcome to Intermesh" lead="The interfaces of your company, found in one place: operations, events and fields of every OpenAPI and AsyncAPI document that is published here." />
        <PublishHint title="Nothing has been published yet" />
      </Page>
    );
  }
  return (
    <Page>
      <DemoNotice demo={home.demo} />
      <PageHeader title="What changed lately" />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0">
          <RecentChanges items={home.changes} />
          <p className="mt-3 text-sm">
            <Link href="/changes" look="text">
              All changes
            </Link>
          </p>
        </div>
        <aside aria-label="At a glance" className="min-w-0">
          {map ? (
            <Section title="The mesh">
              <SmallMap map={map} />
            </Section>
          ) : null}
          <Section title="In the catalog">
            <Glance home={home} />
            <WeeklyVersions weekly={home.weekly} now={now} />
          </Section>
          <Unowned items={home.unowned} count={home.counts.unowned} />
          <HowToPublish />
        </aside>
      </div>
    </Page>
  );
}
