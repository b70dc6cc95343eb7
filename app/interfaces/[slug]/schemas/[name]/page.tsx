import type { Metadata } from "next";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { SchemaPage } from "#components/schema/schema-page.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listSchemaUses } from "#lib/catalog/parts/list-schema-uses.ts";
import { getSchema } from "#lib/catalog/parts/get-schema.ts";
import { found, loadInterface, oncePerRequest, placeOf } from "../../address.ts";

type Props = PageProps<"/interfaces/[slug]/schemas/[name]">;

const open = oncePerRequest(getSchema);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug, name } = await params;
  const { schema } = await open(placeOf(slug, await searchParams), name);
  return { title: `${schema.name} (schema)` };
}

export default async function SchemaRoute({ params, searchParams }: Props) {
  const { slug, name } = await params;
  const place = placeOf(slug, await searchParams);
  const [{ head }, { schema, schemas }] = await Promise.all([loadInterface(place, `/schemas/${name}`), open(place, name)]);
  const uses = await found(requestContext().then((ctx) => listSchemaUses({ ctx, input: { ...place, schemaId: schema.id } })));
  return (
    <InterfaceFrame head={head} tab="schemas" deep>
      <SchemaPage schema={schema} schemas={new Map(Object.entries(schemas))} place={place} uses={uses} />
    </InterfaceFrame>
  );
}
