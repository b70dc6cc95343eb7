import { buildIfChanged } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { runInPinnedNode } from "./run.mjs";

// `npm start`: installs, builds what changed, then hands over to the supervisor in the pinned Node.
ensureInstalled();
await buildIfChanged();
runInPinnedNode("scripts/supervisor.ts", process.argv.slice(2));
