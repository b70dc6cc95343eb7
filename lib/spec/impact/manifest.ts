import { parse } from "yaml";
import { z } from "zod";

/** `intermesh.yaml`: what a service offers and what it uses of others. `uses` absent: it is not known which part. */
export const Manifest = z.object({
  service: z.string(),
  owner: z.string().nullish(),
  domain: z.string().nullish(),
  provides: z.array(z.string()).nullish(),
  consumes: z.array(z.object({
    interface: z.string(),
    line: z.string().nullish(),
    uses: z.array(z.object({ operation: z.string(), fields: z.array(z.string()).nullish() })).nullish(),
  })).nullish(),
});
export type Manifest = z.infer<typeof Manifest>;

/** One operation that a consumer uses; without `fields` it is not known which. */
export type Use = { operation: string; fields?: string[] | null | undefined };

/** A manifest from its text, YAML or JSON; or what is wrong with it, in one sentence. */
export function readManifest(text: string): { manifest: Manifest } | { problem: string } {
  let tree: unknown;
  try {
    tree = parse(text);
  } catch (error) {
    return { problem: `it is neither YAML nor JSON: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}` };
  }
  const read = Manifest.safeParse(tree);
  if (read.success) return { manifest: read.data };
  const [issue] = read.error.issues;
  return { problem: `${issue?.path.length ? `\`${issue.path.join(".")}\`: ` : ""}${issue?.message ?? "it is no manifest"}` };
}
