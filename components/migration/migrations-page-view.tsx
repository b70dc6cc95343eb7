import type { MigrationSummary } from "#lib/catalog/migrations/list-migrations.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { MigrationList } from "./migration-list.tsx";

export const migrationViews = { open: "Open", "to-leave": "Ours to move", owned: "Of what we own", ended: "Ended" } as const;
export type MigrationView = keyof typeof migrationViews;

/** What is on its way out across the mesh. */
export function MigrationsPageView({ items, view, signedIn }: { items: MigrationSummary[]; view: MigrationView; signedIn: boolean }) {
  const views = (Object.keys(migrationViews) as MigrationView[]).filter((name) => signedIn || name === "open" || name === "ended");
  return (
    <Page>
      <PageHeader title="Migrations" lead="Interfaces and operations that are going to end, and how far everyone who uses them is." />
      <Tabs label="Which" className="mb-2" tabs={views.map((name) => ({ href: name === "open" ? "/migrations" : `/migrations?view=${name}`, label: migrationViews[name], current: name === view }))} />
      {items.length > 0 ? <MigrationList items={items} /> : <Nothing view={view} />}
      {items.length === 200 ? <p className="mt-3 text-xs text-faint">The first 200. More with <code>GET /api/v1/migrations?interface=NAME</code>.</p> : null}
    </Page>
  );
}

function Nothing({ view }: { view: MigrationView }) {
  if (view === "to-leave") return <EmptyState title="Nothing of your teams has to move">When an owner deprecates what one of your services uses, it stands here with its day, and you are told.</EmptyState>;
  if (view === "ended") return <EmptyState title="No migration has ended yet">Those that were retired, or kept after all, stay on record here.</EmptyState>;
  return (
    <EmptyState title={view === "owned" ? "Nothing that your teams own is on its way out" : "Nothing is on its way out"}>
      A maintainer deprecates an interface or an operation on its page of lifecycle, or a document says so with <code>deprecated: true</code> and <code>x-sunset</code>. Everyone who uses it is told, and followed here until they have moved.
    </EmptyState>
  );
}
