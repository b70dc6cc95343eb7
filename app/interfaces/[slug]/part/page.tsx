import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { SchemaPart } from "#components/schema/schema-part.tsx";
import { Static } from "#components/static/static.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { getSchemaPart } from "#lib/catalog/parts/get-schema-part.ts";
import { found, loadInterface, placeOf } from "../address.ts";
import { partQueryOf } from "./part-address.ts";
import { partRoot } from "./part-root.ts";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Part of a schema", robots: { index: false } };

/** A part of a schema as a page: where a link of a schema leads without scripts. */
export default async function PartPage({ params, searchParams }: Props) {
  const sent = await searchParams;
  const query = new URLSearchParams(Object.entries(sent).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  const place = placeOf((await params).slug, sent);
  const asked = partQueryOf(query) ?? notFound();
  const [{ head }, part] = await Promise.all([loadInterface(place, `/part?${query}`), found(requestContext().then((ctx) => getSchemaPart({ ctx, input: { ...place, ...asked.address } })))]);
  const List = asked.from > 0 ? "ul" : "div";
  return (
    <InterfaceFrame head={head} tab={asked.address.message === undefined ? "reference" : "channels"} deep>
      <h1 className="text-xl font-semibold tracking-tight [overflow-wrap:anywhere]">{asked.path || part.name || part.within}</h1>
      <p className="mt-1 text-sm text-muted">A part of {part.within}</p>
      <Static className="mt-4">
        <List className="s-tree s-top">
          <SchemaPart {...asked} part={part} page={place} root={partRoot(query)} at={asked.address.at} />
        </List>
      </Static>
    </InterfaceFrame>
  );
}
