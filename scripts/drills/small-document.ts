/** A small document that no other equals: its operation's id is one word, to be searched for. */
export function smallDocument(serial: number, revision: number): { text: string; operationId: string } {
  const operationId = `drill${serial.toString(36)}x${revision.toString(36)}`;
  const text = `openapi: 3.1.0
info: { title: Drill ${serial}, version: 1.${revision}.0 }
paths:
  /drill/${serial}/{id}:
    get:
      operationId: ${operationId}
      summary: Revision ${revision} of drill ${serial}
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: Found
          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
components:
  schemas:
    Thing: { type: object, properties: { id: { type: string }, revision${revision}: { type: integer } } }
`;
  return { text, operationId };
}
