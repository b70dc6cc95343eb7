import { Highlight } from "../ui/highlight.tsx";
import { MethodBadge } from "../ui/method-badge.tsx";
import type { Result } from "./answer.ts";
import { kindLooks } from "./kind.ts";
import { ResultName } from "./result-name.tsx";
import { splitKey } from "./split-key.ts";
import { subtitleOf } from "./subtitle-of.ts";

/** One result on one line. */
export function PaletteResult({ result }: { result: Result }) {
  const { icon: Icon, one } = kindLooks[result.kind];
  const method = result.kind === "operation" ? splitKey(result.key).method : null;
  const origin = result.kind === "interface" ? result.owner : result.interface?.title;
  const subtitle = subtitleOf(result);
  return (
    <>
      <span className="flex w-16 shrink-0 justify-center max-sm:w-auto">
        {method ? <MethodBadge method={method} column /> : <Icon aria-hidden="true" className="size-4 text-faint" />}
      </span>
      <span className="sr-only">{one} </span>
      <span className="flex min-w-0 flex-1 gap-x-2.5 max-sm:flex-col sm:items-baseline">
        <span className="shrink-0 max-sm:[overflow-wrap:anywhere] sm:max-w-[65%] sm:truncate">
          <ResultName result={result} />
        </span>
        {subtitle ? (
          <span className="truncate text-muted max-sm:hidden">
            <Highlight {...subtitle} />
          </span>
        ) : null}
        <span className="text-xs text-faint sm:hidden">{origin}</span>
      </span>
      <span className="max-w-[30%] shrink-0 truncate text-xs text-faint max-sm:hidden">{origin}</span>
    </>
  );
}
