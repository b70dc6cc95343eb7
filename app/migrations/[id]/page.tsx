import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { MigrationPage } from "#components/migration/migration-page.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { getMigration } from "#lib/catalog/migrations/get-migration.ts";
import { answerMigrationAction } from "./answer-migration-action.ts";

type Props = { params: Promise<{ id: string }> };

// Once for a request: the title asks for it as well as the page.
const open = cache(async (id: string) => {
  if (!/^[1-9]\d{0,14}$/.test(id)) notFound();
  return orNotFound(getMigration({ ctx: await requestContext(), input: { id: Number(id) } }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, display } = await open((await params).id);
  return { title: `Migration from ${display ? `${display} of ` : ""}${title}` };
}

export default async function MigrationRoute({ params }: Props) {
  return <MigrationPage detail={await open((await params).id)} action={answerMigrationAction} />;
}
