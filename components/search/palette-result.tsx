import { Highlight } from "../ui/highlight.tsx";
import { MethodBadge } from "../ui/method-badge.tsx";
import type { Result } from "./answer.ts";
import { kindLooks } from "./kind.ts";
import { splitKey } from "./split-key.ts";

/** One result on one line. */
export function PaletteResult({ result }: { result: Result }) {
  const { icon: Icon, one } = kindLooks[result.kind];
  const operation = result.kind === "operation" ? splitKey(result.name) : null;
  return (
    <>
      {operation?.method ? <MethodBadge method={operation.method} /> : <Icon aria-hidden="true" className="size-4 shrink-0 text-faint" />}
      <span className="flex min-w-0 flex-1 items-baseline gap-2">
        <span className={operation ? "max-w-[60%] shrink-0 truncate font-mono" : "max-w-[60%] shrink-0 truncate"}>
          {operation ? operation.rest : <Highlight text={result.name} positions={result.highlights?.name} />}
        </span>
        {result.title !== result.name ? <span className="truncate text-muted">{result.title}</span> : null}
      </span>
      <span className="max-w-[35%] shrink-0 truncate text-xs text-faint">
        <span className="sr-only">{one} </span>
        {result.kind === "interface" ? result.owner : result.interface?.title}
      </span>
    </>
  );
}
