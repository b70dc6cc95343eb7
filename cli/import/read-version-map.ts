import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import { CommandError } from "../command-error.ts";

/** Which documents of a folder are versions of one interface, oldest first. */
export const VersionMap = z.strictObject({
  interfaces: z.array(
    z.strictObject({
      interface: z.string().regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, "a slug is lower-case letters, digits and hyphens"),
      line: z.string().min(1).optional(),
      versions: z.array(z.string().min(1)).min(1),
    }),
  ),
});
export type VersionMap = z.infer<typeof VersionMap>;

/** Reads a mapping file, YAML or JSON. @throws CommandError that says where it is wrong */
export async function readVersionMap(file: string): Promise<VersionMap> {
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new CommandError(`${file} cannot be read (${cause.code ?? cause.message}).`, 2, { cause });
  });
  const parsed = VersionMap.safeParse(parseYaml(file, text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommandError(`${file}: ${issue?.path.join(".") || "the file"}: ${issue?.message}. It reads like this:\ninterfaces:\n  - interface: orders\n    versions: [orders/1.0.yaml, orders/1.1.yaml]`);
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new CommandError(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, 2, { cause });
  }
}
