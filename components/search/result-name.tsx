import { Highlight } from "../ui/highlight.tsx";
import type { Result } from "./answer.ts";
import { shiftPositions, splitKey } from "./split-key.ts";

/** What a result is called: what a machine reads in mono, what people say in the text face. The method stands elsewhere. */
export function ResultName({ result }: { result: Result }) {
  const { key, name } = result.highlights;
  if (result.kind === "operation") {
    const { method, rest } = splitKey(result.key);
    return (
      <span className="font-mono">
        <Highlight isPath text={rest} positions={shiftPositions(key, method ? method.length + 1 : 0)} />
      </span>
    );
  }
  if (result.kind === "channel" || result.kind === "property" || result.kind === "message") {
    return (
      <span className="font-mono">
        <Highlight isPath text={result.key} positions={key} />
      </span>
    );
  }
  return <Highlight text={result.name} positions={name} />;
}
