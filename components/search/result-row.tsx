import NextLink from "next/link";
import { Badge } from "../ui/badge.tsx";
import { Highlight } from "../ui/highlight.tsx";
import { MethodBadge } from "../ui/method-badge.tsx";
import type { Result } from "./answer.ts";
import { kindLooks } from "./kind.ts";
import { ResultName } from "./result-name.tsx";
import { searchHref, type SearchState } from "./search-state.ts";
import { splitKey } from "./split-key.ts";
import { subtitleOf } from "./subtitle-of.ts";
import { originOf } from "./origin-of.ts";

type Props = { result: Result; /** The title of its interface stands for several here. */ hasSlug: boolean; state: SearchState; choose: (next: SearchState) => void; onActive: () => void };

/** One result on two lines: what it is, and where it belongs. The whole row opens it. */
export function ResultRow({ result, hasSlug, state, choose, onActive }: Props) {
  const { icon: Icon, one } = kindLooks[result.kind];
  const subtitle = subtitleOf(result);
  return (
    <li
      onFocus={onActive}
      onMouseEnter={onActive}
      className="relative -mx-2 flex gap-2.5 border-b border-line px-2 py-1.5 hover:bg-hover has-[a[data-result]:focus-visible]:bg-hover"
    >
      {result.kind === "operation" ? (
        <MethodBadge method={splitKey(result.key).method ?? "op"} column className="mt-px" />
      ) : (
        <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-faint" />
      )}
      <div className="min-w-0 flex-1">
        <div className="flex min-w-0 items-baseline gap-x-3 max-sm:flex-wrap">
          <NextLink
            href={result.url}
            prefetch={false}
            data-result=""
            className="max-w-full min-w-0 text-sm font-medium [overflow-wrap:anywhere] after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent sm:max-w-[70%] sm:shrink-0"
          >
            <span className="sr-only">{one} </span>
            <ResultName result={result} />
          </NextLink>
          {subtitle ? (
            <span className="min-w-0 text-sm text-muted max-sm:line-clamp-2 max-sm:w-full sm:truncate">
              <Highlight {...subtitle} />
            </span>
          ) : null}
          {result.deprecated ? <Badge tone="amber">deprecated</Badge> : null}
        </div>
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-3 text-xs text-faint">
          <span className="min-w-0 [overflow-wrap:anywhere]">{originOf(result, hasSlug).join(" · ")}</span>
          <More result={result} state={state} choose={choose} />
        </p>
      </div>
    </li>
  );
}

/** What was folded into this result: the same search, inside its interface. */
function More({ result, state, choose }: Omit<Props, "onActive" | "hasSlug">) {
  if (result.more === 0 || !result.interface || state.filters.interface) return null;
  const inside: SearchState = { ...state, filters: { ...state.filters, kind: [result.kind], interface: [result.interface.slug] } };
  return (
    <a
      href={searchHref(inside)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        choose(inside);
      }}
      className="relative -my-1 inline-flex min-h-6 items-center text-accent hover:underline"
    >
      {`${result.more} more in this interface`}
    </a>
  );
}
