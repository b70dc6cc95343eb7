import { afterAll, beforeAll, expect, it } from "vitest";
import type { NormalizedSpec } from "#lib/spec/normalized-spec.ts";
import { listProperties } from "#lib/spec/schemas/list-properties.ts";
import { listSchemas } from "../parts/list-schemas.ts";
import { openContents } from "../contents/open-contents.ts";
import { findVersion } from "../versions/find-version.ts";
import { type Catalog, openCatalog } from "../testing.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
afterAll(() => catalog.close());

const item = "{ type: object, properties: { sku: { type: string } } }";
const document = (schema: string, components = "") => `openapi: 3.1.0
info: { title: Properties, version: "1" }
paths:
  /orders/{id}:
    get:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: expand, in: query, schema: { type: boolean } }
        - { name: X-Trace, in: header, schema: { type: string } }
      responses:
        "200":
          description: fine
          headers: { X-Rate: { schema: { type: integer } } }
          content: { application/json: { schema: ${schema} } }
${components}`;
const inline = document(`{ type: object, properties: { items: { type: array, items: ${item} } } }`);
const behind = document("{ $ref: '#/components/schemas/Order' }", `components:
  schemas:
    Order: { type: object, properties: { items: { type: array, items: { $ref: '#/components/schemas/Item' } } } }
    Item: ${item}
`);

/** Place and path of every field of the operation, as the database has it. */
async function fieldsOf(slug: string) {
  const { subject, version } = await findVersion(catalog.admin, { slug });
  const contents = await openContents(catalog.admin, subject, version);
  const operation = { kind: "operation" as const, id: "GET /orders/{}" };
  const owners = [operation, ...(await contents.listSchemas()).map(({ key }) => ({ kind: "schema" as const, id: key }))];
  const rows = (await Promise.all(owners.map((owner) => contents.listProperties(owner)))).flat();
  return listProperties({ properties: rows } as NormalizedSpec, operation).properties.map(({ place, path }) => `${place} ${path}`).sort();
}

it("knows a field by operation, place and structural path, so that moving a schema behind a reference moves nothing", async () => {
  await catalog.publish(inline, { interface: "inline" });
  await catalog.publish(behind, { interface: "behind" });
  expect(await listSchemas({ ctx: catalog.admin, input: { slug: "behind" } })).toHaveLength(2);
  expect(await fieldsOf("inline")).toMatchInlineSnapshot(`
    [
      "request.header X-Trace",
      "request.path id",
      "request.query expand",
      "response.200 items",
      "response.200 items[].sku",
      "response.200.header X-Rate",
    ]
  `);
  expect(await fieldsOf("behind")).toEqual(await fieldsOf("inline"));
});
