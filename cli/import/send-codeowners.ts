import { readFile } from "node:fs/promises";
import path from "node:path";
import { note } from "../output.ts";
import type { Server } from "../server/server.ts";

const places = ["CODEOWNERS", ".github/CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS"];

/** Sends a repository's CODEOWNERS file, which proposes owners for what nobody owns. Without one there is nothing to do. */
export async function sendCodeowners(server: Server, top: string, repository: string): Promise<void> {
  for (const place of places) {
    const text = await readFile(path.join(top, place), "utf8").catch(() => null);
    if (text === null) continue;
    const { status } = await server.request("/api/v1/ownership/codeowners", { method: "PUT", contentType: "application/json", body: () => JSON.stringify({ repository, text }) });
    if (status >= 400) note(`warning: ${place} was not taken (${status}); owners are not proposed from it.`);
    return;
  }
}
