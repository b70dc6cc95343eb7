import type { Metadata } from "next";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { LifecyclePage } from "#components/lifecycle/lifecycle-page.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { getLifecycle } from "#lib/catalog/lifecycle/get-lifecycle.ts";
import { listOperations } from "#lib/catalog/parts/list-operations.ts";
import { found, loadInterface, placeOf } from "../address.ts";
import { changeLifecycleAction } from "./change-lifecycle-action.ts";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { detail } = await loadInterface(placeOf((await params).slug, await searchParams), "/lifecycle");
  return { title: `Lifecycle · ${detail.title}` };
}

export default async function LifecycleRoute({ params, searchParams }: Props) {
  const place = placeOf((await params).slug, await searchParams);
  const ctx = await requestContext();
  const [{ head }, detail] = await Promise.all([loadInterface(place, "/lifecycle"), found(getLifecycle({ ctx, input: place }))]);
  const operations = detail.may.manage ? await found(listOperations({ ctx, input: { slug: place.slug, line: place.line } })) : [];
  return (
    <InterfaceFrame head={head} tab="overview" deep>
      <LifecyclePage detail={detail} spellings={operations.slice(0, 500).map(({ display }) => display)} action={changeLifecycleAction} />
    </InterfaceFrame>
  );
}
