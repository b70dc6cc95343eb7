// The process that reads documents, one after the other. It knows nothing but what it is sent: no environment, no database.
import type { ParseAnswer, ParseRequest } from "./messages.ts";
import { answersFor } from "./messages.ts";
import { parseInProcess } from "./parse-in-process.ts";

process.on("message", (request: ParseRequest) => void answer(request));
process.on("disconnect", () => process.exit(0));
void send({ kind: "ready" });

async function answer({ files, ...options }: ParseRequest): Promise<void> {
  const upload = await parseInProcess(files, options);
  for (const message of answersFor(upload, process.memoryUsage.rss())) await send(message);
}

function send(message: ParseAnswer): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()));
}
