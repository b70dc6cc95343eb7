// The process that reads documents, one after the other. It knows nothing but what it is sent: no environment, no database.
import { Socket } from "node:net";
import { compareDocuments } from "./compare-documents.ts";
import type { ParseAnswer, ParseRequest, Tasks } from "./messages.ts";
import { answersFor } from "./messages.ts";
import { parseInProcess } from "./parse-in-process.ts";
import { describeDocument, prepareDocument } from "./prepare-document.ts";

// No document makes this process ask another machine, whatever a library does with it.
Socket.prototype.connect = () => {
  throw new Error("The reading process has no network.");
};

process.on("message", (request: ParseRequest) => void answer(request));
process.on("disconnect", () => process.exit(0));
void send({ kind: "ready" });

async function answer(request: ParseRequest): Promise<void> {
  try {
    for (const message of answersFor(request.task, await perform(request))) await send(message);
  } catch (error) {
    await send({ kind: "fault", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

async function perform({ task, files, against, ...options }: ParseRequest): Promise<Tasks[typeof task]> {
  if (task === "compare") {
    if (!against) throw new Error("A comparison needs something to compare with.");
    return compareDocuments(files, options, against);
  }
  const upload = await parseInProcess(files, options);
  if (task === "describe") return describeDocument(upload);
  return task === "prepare" ? prepareDocument(upload) : upload;
}

function send(message: ParseAnswer): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()));
}
