import { z } from "zod";

/** What feedback is about: the interface itself, or the one part that is named. */
export const SpotInput = z.object({
  operation: z.string().max(2_000).optional().describe("An operation or event: its key, or as the document spells it."),
  message: z.string().max(1_000).optional().describe("A message: its id or name."),
  change: z.string().max(300).optional().describe("A change of a comparison: line, both versions and the number of the change, `default 3 4 7`."),
});
export type SpotInput = z.infer<typeof SpotInput>;

export const TextInput = z.string().trim().min(1, "Write something first.").max(10_000, "At most 10,000 characters.").describe("Markdown. `@name` mentions a person or a team.");
