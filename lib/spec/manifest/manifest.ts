import { z } from "zod";

const Name = z.string().trim().min(1).max(200);
const Field = z.string().trim().min(1).max(500);

/** One operation that a consumer uses; without `fields` it is not known which. */
export const ManifestUse = z.object({ operation: z.string().trim().min(1).max(2_000), fields: z.array(Field).max(2_000).nullish() });
/** What is used of one interface. Without `uses` it is not known which part. */
export const ManifestConsumes = z.object({ interface: Name, line: Name.nullish(), uses: z.array(ManifestUse).max(2_000).nullish(), reason: z.string().trim().max(2_000).nullish() });

/** `intermesh.yaml`: what a service offers, by path from the manifest's own folder, and what it uses of others. */
export const Manifest = z.object({
  service: Name,
  owner: Name.nullish(),
  domain: Name.nullish(),
  title: Name.nullish(),
  description: z.string().trim().max(5_000).nullish(),
  provides: z.array(z.string().trim().min(1).max(500)).max(500).nullish(),
  consumes: z.array(ManifestConsumes).max(2_000).nullish(),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestMembers = { "": Object.keys(Manifest.shape), consumes: Object.keys(ManifestConsumes.shape), uses: Object.keys(ManifestUse.shape) };
