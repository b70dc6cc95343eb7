import { z } from "zod";
import type { Folder } from "../files/open-folder.ts";
import { note } from "../output.ts";
import { readAnswer, sentenceOf } from "../server/answers.ts";
import type { Server } from "../server/server.ts";
import { isManifestPath, manifestLines, publishManifest } from "./publish-manifest.ts";

type Place = { repository?: string; folder?: string; ref?: string };
const Answered = z.object({ status: z.string(), items: z.array(z.object({ path: z.string(), kind: z.string(), services: z.array(z.object({ service: z.string(), uses: z.number(), known: z.number() })), problems: z.array(z.string()) })) });

/**
 * Sends what a folder says of uses: manifests, Backstage entries, Pact files, recordings, workflows, and all pages of an EventCatalog
 * together. Returns how many files were refused; what each says is noted.
 */
export async function importUses(server: Server, folder: Folder, { repository, folder: name, ref }: Place, service: string | undefined): Promise<number> {
  const place = { repository: repository ?? name, ref };
  let refused = 0;
  for (const path of folder.paths.filter(isManifestPath)) {
    const outcome = await publishManifest(server, { path, bytes: await folder.read(path) }, place);
    for (const line of manifestLines(path, outcome)) note(line);
    if (outcome.status === "rejected") refused += 1;
  }
  const pages = folder.paths.filter((path) => /\.mdx$/.test(path));
  const others = folder.paths.filter((path) => /(^|\/)catalog-info\.ya?ml$|\.har$|arazzo[^/]*\.(?:json|ya?ml)$|pact[^/]*\.json$|(^|\/)pacts?\/.*\.json$/i.test(path));
  for (const batch of [...(pages.length > 0 ? [pages] : []), ...others.map((path) => [path])]) {
    const form = new FormData();
    for (const path of batch) form.append("file", new Blob([await folder.read(path)]), path);
    const answer = await server.request("/api/v1/imports/uses", { method: "POST", query: { ...place, service }, body: () => form });
    // Files that only look like one of these are passed over.
    if (answer.status === 400) continue;
    if (answer.status >= 400) {
      note(`${batch[0]}: ${sentenceOf(answer)}`);
      refused += 1;
      continue;
    }
    for (const { path, kind, services, problems } of readAnswer(Answered, answer, server.origin).items) {
      const uses = services.reduce((sum, one) => sum + one.uses, 0);
      note(`${path}: ${kind}, ${services.length} services, ${uses} uses, ${services.reduce((sum, one) => sum + one.known, 0)} of them known here`);
      for (const problem of problems) note(`  ${problem}`);
    }
  }
  return refused;
}
