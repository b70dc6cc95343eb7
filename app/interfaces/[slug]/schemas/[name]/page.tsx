import type { Metadata } from "next";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { OperationSide } from "#components/operation/operation-side.tsx";
import { SchemaPage } from "#components/schema/schema-page.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listOperations } from "#lib/catalog/parts/list-operations.ts";
import { listSchemaUses } from "#lib/catalog/parts/list-schema-uses.ts";
import { found, loadInterface, placeOf } from "../../address.ts";
import { openPart } from "../../open-part.ts";

type Props = PageProps<"/interfaces/[slug]/schemas/[name]">;

const open = openPart.schema;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug, name } = await params;
  const { schema } = await open(placeOf(slug, await searchParams), name);
  return { title: `${schema.name} (schema)` };
}

export default async function SchemaRoute({ params, searchParams }: Props) {
  const { slug, name } = await params;
  const place = placeOf(slug, await searchParams);
  const ctx = await requestContext();
  const [{ detail, head }, { schema, schemas }, operations] = await Promise.all([loadInterface(place, `/schemas/${name}`), open(place, name), found(listOperations({ ctx, input: place }))]);
  const uses = await found(listSchemaUses({ ctx, input: { ...place, schemaId: schema.id } }));
  return (
    <InterfaceFrame head={head} tab="schemas" deep>
      <OperationSide place={place} operations={operations} tags={detail.facts.tags} current={null}>
        <SchemaPage schema={schema} schemas={new Map(Object.entries(schemas))} place={place} uses={uses} />
      </OperationSide>
    </InterfaceFrame>
  );
}
