import { exampleValue } from "../../lib/spec/examples/example-value.ts";
import { documentsOf } from "./documents-of.ts";
import { schemaJudge } from "./schema-judge.ts";
import { schemasOf } from "./schemas-of.ts";

export type ExampleFigures = { documents: number; schemas: number; fitting: number; /** Each that does not fit, and why. */ rest: { document: string; schema: string; why: string; isSchema: boolean }[] };

/** Makes an example of every schema of a folder's documents and has it judged. */
export async function measureExamples(folder: string): Promise<ExampleFigures> {
  const figures: ExampleFigures = { documents: 0, schemas: 0, fitting: 0, rest: [] };
  for await (const { path, spec } of documentsOf(folder)) {
    figures.documents += 1;
    const schemas = new Map(spec.schemas.map((schema) => [schema.id, schema]));
    const judge = schemaJudge(spec);
    for (const { name, schema } of schemasOf(spec)) {
      figures.schemas += 1;
      const judgement = judge(schema, exampleValue(schema, schemas));
      if (judgement.fits) figures.fitting += 1;
      else figures.rest.push({ document: path, schema: name, why: judgement.why, isSchema: judgement.isSchema });
    }
  }
  return figures;
}
