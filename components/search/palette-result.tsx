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
  const subtitle = subtitleOf(result);
  return (
    <>
      <span className="flex w-16 shrink-0 justify-center max-sm:w-auto">
        {method ? <MethodBadge method={method} column /> : <Icon aria-hidden="true" className="size-4 text-faint" />}
      </span>
      <span className="sr-only">{one} </span>
      <span className="flex min-w-0 flex-1 items-baseline gap-2.5">
        <span className="max-w-[65%] shrink-0 truncate max-sm:max-w-full">
          <ResultName result={result} />
        </span>
        {subtitle ? (
          <span className="truncate text-muted max-sm:hidden">
            <Highlight {...subtitle} />
          </span>
        ) : null}
      </span>
      <span className="max-w-[30%] shrink-0 truncate text-xs text-faint">{result.kind === "interface" ? result.owner : result.interface?.title}</span>
    </>
  );
}
