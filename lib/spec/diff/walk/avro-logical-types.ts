import { isObject, listOf } from "../../values.ts";
import { canonical } from "../schemas/canonical.ts";

/**
 * What one side would read as something else although the bytes fit (Avro 1.12, "Logical Types"): milliseconds as
 * microseconds, or a decimal of another scale. `null` where nothing is.
 */
export function logicalProblem(reader: unknown, writer: unknown): string | null {
  if (Array.isArray(reader) && Array.isArray(writer)) return first(reader.map((branch, index) => logicalProblem(branch, writer[index])));
  if (!isObject(reader) || !isObject(writer)) return null;
  const [read, written] = [meaning(reader), meaning(writer)];
  if (read !== null && written !== null && read !== written) return `it is read as ${read} and written as ${written}`;
  const fields = new Map(listOf(writer["fields"]).filter(isObject).map((field) => [field["name"], field["type"]]));
  return first([
    ...["type", "items", "values"].map((member) => logicalProblem(reader[member], writer[member])),
    ...listOf(reader["fields"]).filter(isObject).map((field) => logicalProblem(field["type"], fields.get(field["name"]))),
  ]);
}

function meaning({ logicalType, precision, scale }: Record<string, unknown>): string | null {
  if (typeof logicalType !== "string") return null;
  return logicalType === "decimal" ? `decimal ${canonical([precision, scale ?? 0])}` : logicalType;
}

function first(problems: (string | null)[]): string | null {
  return problems.find((problem) => problem !== null) ?? null;
}
