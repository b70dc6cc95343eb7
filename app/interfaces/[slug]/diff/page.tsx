import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComparisonPage } from "#components/diff/comparison-page.tsx";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { getComparison } from "#lib/catalog/comparisons/get-comparison.ts";
import { getSideBySide } from "#lib/catalog/comparisons/lines/get-side-by-side.ts";
import { pageOfChanges } from "#lib/catalog/comparisons/page-of-changes.ts";
import { listVersions } from "#lib/catalog/versions/list-versions.ts";
import { first, found, loadInterface, placeOf } from "../address.ts";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { detail } = await loadInterface(placeOf((await params).slug, { line: (await searchParams).line }), "/diff");
  return { title: `Comparison · ${detail.title}` };
}

export default async function DiffRoute({ params, searchParams }: Props) {
  const query = await searchParams;
  const place = placeOf((await params).slug, { line: query.line });
  const ctx = await requestContext();
  const [{ head }, comparison] = await Promise.all([loadInterface(place, "/diff"), found(getComparison({ ctx, input: { slug: place.slug, line: place.line, from: number(query.from), to: number(query.to) } }))]);
  const level = levelOf(first(query.level));
  const chosen = number(query.change);
  const shown = pageOfChanges(comparison.changes, { level, page: number(query.page) ?? 1, change: chosen });
  const [lines, versions] = await Promise.all([getSideBySide({ ctx, input: { comparison, changes: shown.groups.flatMap(({ changes }) => changes) } }), listVersions({ ctx, input: { slug: comparison.slug, line: comparison.line } })]);
  return (
    <InterfaceFrame head={head} tab="versions" deep>
      <ComparisonPage comparison={comparison} shown={shown} level={level} chosen={chosen} lines={lines} versions={versions.map(({ sequence, label }) => ({ sequence, label }))} />
    </InterfaceFrame>
  );
}

function number(value: string | string[] | undefined): number | null {
  const text = first(value);
  if (text === null) return null;
  if (!/^[1-9]\d{0,8}$/.test(text)) notFound();
  return Number(text);
}

function levelOf(text: string | null) {
  return text === "breaking" || text === "risky" || text === "info" ? text : null;
}
