import type { JWTPayload } from "jose";

/** What an identity token says of the pipeline that it was given to. */
export type Pipeline = { repository: string; /** A full name: `refs/heads/main`. */ ref: string };

/** Reads the claims of GitHub (`repository`, `ref`) and GitLab (`project_path`, `ref`, `ref_type`); `null` for others. */
export function pipelineOf(claims: JWTPayload): Pipeline | null {
  const { repository, project_path: project, ref, ref_type: kind } = claims as Record<string, unknown>;
  const name = typeof repository === "string" ? repository : project;
  if (typeof name !== "string" || name === "" || typeof ref !== "string" || ref === "") return null;
  if (ref.startsWith("refs/")) return { repository: name, ref };
  return { repository: name, ref: `refs/${kind === "tag" ? "tags" : "heads"}/${ref}` };
}

/** Whether a pattern means this text: the same, whatever its case, or up to a `*` at its end. */
export function matches(pattern: string, text: string): boolean {
  const [wanted, given] = [pattern.toLowerCase(), text.toLowerCase()];
  return wanted.endsWith("*") ? given.startsWith(wanted.slice(0, -1)) : given === wanted;
}
