import type { OperationView } from "./operation-view.ts";

/** Who begins, in plain words, where it is not the reader: of an event, a webhook or a callback. */
export function DirectionWords({ view: { operation, interfaceTitle } }: { view: OperationView }) {
  const words = wordsOf(operation.kind, operation.action);
  if (words === null) return null;
  return (
    <p className="max-w-[80ch]">
      <strong className="font-semibold">{interfaceTitle}</strong> {words}
    </p>
  );
}

function wordsOf(kind: OperationView["operation"]["kind"], action: string): string | null {
  if (kind === "event") return action === "send" ? "emits this: subscribe to the channel to hear of it." : "accepts this: send it to the channel.";
  if (kind === "webhook") return "sends this to an address of yours, which answers as below.";
  return kind === "callback" ? "sends this to the address that you gave it, which answers as below." : null;
}
