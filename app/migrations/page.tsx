import type { Metadata } from "next";
import { type MigrationView, migrationViews, MigrationsPageView } from "#components/migration/migrations-page-view.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listMigrations } from "#lib/catalog/migrations/list-migrations.ts";

export const metadata: Metadata = { title: "Migrations" };

export default async function MigrationsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await requestContext();
  const { view: said } = await searchParams;
  const view = typeof said === "string" && said in migrationViews ? (said as MigrationView) : "open";
  const { items } = await listMigrations({ ctx, input: view === "to-leave" || view === "owned" ? { mine: view } : { state: view === "ended" ? "all" : "open" } });
  return <MigrationsPageView items={view === "ended" ? items.filter(({ state }) => state !== "open") : items} view={view} signedIn={ctx.actor.kind === "person"} />;
}
