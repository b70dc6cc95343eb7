import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { githubDocument } from "../ingest/github-document.ts";

const execute = promisify(execFile);

/** GitHub's document and that of GitHub Enterprise Server 3.19, of the same npm package. */
export async function githubDocuments(): Promise<{ base: string; revision: string }> {
  const base = await githubDocument();
  const revision = path.join(path.dirname(base), "ghes-3.19.json");
  const folder = path.dirname(path.dirname(path.dirname(base)));
  if (!existsSync(revision)) await execute("tar", ["xzf", "octokit-openapi-23.0.2.tgz", "package/generated/ghes-3.19.json"], { cwd: folder });
  return { base, revision };
}
