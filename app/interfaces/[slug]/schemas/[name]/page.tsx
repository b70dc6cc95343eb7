import type { Metadata } from "next";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { SchemaPage } from "#components/schema/schema-page.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { getSchema } from "#lib/catalog/get-schema.ts";
import { found, loadInterface, placeOf } from "../../address.ts";

type Props = PageProps<"/interfaces/[slug]/schemas/[name]">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug, name } = await params;
  const { schema } = await found(getSchema({ ctx: await requestContext(), input: { ...placeOf(slug, await searchParams), id: name } }));
  return { title: `${schema.name} (schema)` };
}

export default async function SchemaRoute({ params, searchParams }: Props) {
  const { slug, name } = await params;
  const place = placeOf(slug, await searchParams);
  const ctx = await requestContext();
  const [{ head }, { schema, schemas }] = await Promise.all([loadInterface(ctx, place, `/schemas/${name}`), found(getSchema({ ctx, input: { ...place, id: name } }))]);
  return (
    <InterfaceFrame head={head} tab="schemas" deep>
      <SchemaPage schema={schema} schemas={new Map(Object.entries(schemas))} place={place} />
    </InterfaceFrame>
  );
}
