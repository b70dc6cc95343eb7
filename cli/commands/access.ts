import { openapi } from "#lib/catalog/testing.ts";
import { document } from "#scripts/testing/access/world.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "command validate": "offline",
  "command diff": "offline",
  "command impact": "offline",
  "command check": { for: "readersAndUploaders", of: "none", audited: false, given: { line: ["{file}"], body: openapi({ title: "Checked" }) } },
  "command publish": { for: "publishers", of: "interface", given: ({ subject }) => ({ line: ["{file}", "--interface", subject.slug, "--reason", "a test"], body: document("Next") }), hidden: { anonymous: "sign-in", otherToken: "ok" } },
  "command import": { for: "uploaders", given: { line: ["{folder}", "--as", "matrix", "--report", "{folder}/report.jsonl"], body: openapi({ title: "Imported" }) }, but: { limitedToken: "refused" } },
  // It waits for a worker; what it asks the server has rows.
  "command reindex": { testedIn: "lib/api/endpoints/search.access.ts" },
  "command teams": { for: "administrators", given: { line: ["{file}"], body: "teams: [{ slug: brought-in }]" } },
  "command search": { for: "readers", given: { line: ["orders"] } },
} satisfies AccessRows;
