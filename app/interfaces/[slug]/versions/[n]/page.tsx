import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { VersionVerdictView } from "#components/diff/version-verdict-view.tsx";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { VersionPage } from "#components/interface/version-page.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { getVersionVerdict } from "#lib/catalog/comparisons/get-version-verdict.ts";
import { getVersion } from "#lib/catalog/versions/get-version.ts";
import { first, found, loadInterface, placeOf } from "../../address.ts";
import { decideVersionAction } from "./decide-version-action.ts";
import { excerptsOf } from "./excerpts-of.ts";

type Props = PageProps<"/interfaces/[slug]/versions/[n]">;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { version, title } = await found(getVersion({ ctx: await requestContext(), input: await addressOf(props) }));
  return { title: `Version ${version.sequence} · ${title}` };
}

export default async function VersionRoute(props: Props) {
  const ctx = await requestContext();
  const place = await addressOf(props);
  const [{ head }, opened, verdict, sent] = await Promise.all([loadInterface(place, `/versions/${place.version ?? "latest"}`), found(getVersion({ ctx, input: place })), found(getVersionVerdict({ ctx, input: place })), headers()]);
  const excerpts = opened.version.purgedAt ? [] : await excerptsOf(ctx, place, opened.diagnostics);
  const file = first((await props.searchParams).file) ?? opened.files[0]?.path ?? "";
  return (
    <InterfaceFrame head={{ ...head, place: { ...place, version: opened.isCurrent ? null : place.version } }} tab="versions" deep>
      <VersionPage opened={opened} excerpts={excerpts} file={file} nonce={sent.get("x-nonce") ?? undefined} verdict={<VersionVerdictView verdict={verdict} slug={opened.slug} line={opened.line} sequence={opened.version.sequence} action={decideVersionAction} />} />
    </InterfaceFrame>
  );
}

async function addressOf({ params, searchParams }: Props) {
  const { slug, n } = await params;
  if (n === "latest") return placeOf(slug, { line: (await searchParams).line });
  const version = Number(n);
  if (!(Number.isSafeInteger(version) && version > 0)) notFound();
  return placeOf(slug, { line: (await searchParams).line, version: n });
}
