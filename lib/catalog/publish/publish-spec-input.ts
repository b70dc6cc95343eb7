import { z } from "zod";
import { visibilities } from "#db/schema/catalog/words.ts";

const Slug = z.string().trim().toLowerCase().regex(/^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?$/, "a slug is lower-case letters, digits and hyphens, at most 100 of them");
// A query says "true", a program true.
const Flag = z.union([z.boolean(), z.stringbool()]);
const Text = z.string().trim().min(1).max(500);

/** How a document is to be published; all of it optional. Also the query of `POST /api/v1/specs`. */
export const PublishOptions = z.object({
  interface: Slug.optional().meta({ description: "Slug of the interface. Without it, repository (or folder) and path say which one is meant." }),
  new: Flag.optional().meta({ description: "It is a new interface, though others have its title." }),
  line: z.string().trim().min(1).max(60).optional().meta({ description: "Line of the interface, where major versions live side by side." }),
  owner: Slug.optional().meta({ description: "Slug of the owning team, for a new interface or one that nobody owns yet." }),
  service: Slug.optional().meta({ description: "Slug of the service that provides it; made if it does not exist." }),
  repository: Text.optional().meta({ description: "Repository that the document is published from." }),
  folder: Text.optional().meta({ description: "Where there is no repository: the folder that `path` is relative to." }),
  path: Text.optional().meta({ description: "Path of the root file in the repository or folder." }),
  root: Text.optional().meta({ description: "Root file within the upload, where it holds several." }),
  visibility: z.enum(visibilities).optional().meta({ description: "For a new interface; `internal` unless said." }),
  strict: Flag.optional().meta({ description: "Reject a document that breaks its specification." }),
  once: Flag.optional().meta({ description: "Nothing to do if any version of the line has this text, not only the newest: for loading a history again." }),
  reason: z.string().trim().max(2_000).optional().meta({ description: "Why a breaking version is published." }),
  commit: z.string().trim().max(100).optional(),
  ref: z.string().trim().max(300).optional(),
  defaultBranch: Flag.optional().meta({ description: "Whether `ref` is the default branch; without it, `main`, `master` and `trunk` are." }),
});
export type PublishOptions = z.infer<typeof PublishOptions>;
