import NextLink from "next/link";
import { Badge, formatName } from "../ui/badge.tsx";
import { Highlight } from "../ui/highlight.tsx";
import { MethodBadge } from "../ui/method-badge.tsx";
import type { Result } from "./answer.ts";
import { kindLooks } from "./kind.ts";
import { searchHref, type SearchState } from "./search-state.ts";
import { shiftPositions, splitKey } from "./split-key.ts";

/** One result on two lines: what it is, and where it belongs. The whole row opens it. */
export function ResultRow({ result, state, choose }: { result: Result; state: SearchState; choose: (next: SearchState) => void }) {
  const marks = result.highlights ?? {};
  const { icon: Icon, one } = kindLooks[result.kind];
  const more: SearchState | null = result.more && result.interface ? { ...state, filters: { ...state.filters, kind: [result.kind], interface: [result.interface.slug] } } : null;
  return (
    <li className="group relative border-b border-line hover:bg-hover has-[a[data-result]:focus-visible]:bg-hover">
      <div className="flex gap-3 py-2 pr-2">
        <div className="flex w-16 shrink-0 justify-end pt-0.5 max-sm:w-auto">
          {result.kind === "operation" ? <MethodBadge method={splitKey(result.key).method ?? "op"} column /> : <Icon aria-hidden="true" className="size-4 text-faint" />}
        </div>
        <div className="min-w-0 flex-1">
          <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
            <NextLink href={result.url} prefetch={false} data-result="" className="min-w-0 max-w-full text-sm font-medium [overflow-wrap:anywhere] after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent">
              <span className="sr-only">{one} </span>
              <Name result={result} />
            </NextLink>
            <Subtitle result={result} />
            {result.deprecated ? <Badge tone="amber">deprecated</Badge> : null}
          </div>
          {result.summary && result.summary !== result.title ? (
            <p className="line-clamp-1 text-sm text-muted">
              <Highlight text={result.summary} positions={marks.summary} />
            </p>
          ) : null}
          <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-faint">
            <Origin result={result} />
            {more ? (
              <a
                href={searchHref(more)}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  choose(more);
                }}
                className="relative text-accent hover:underline"
              >
                {`${result.more} more in this interface`}
              </a>
            ) : null}
          </p>
        </div>
      </div>
    </li>
  );
}

function Name({ result }: { result: Result }) {
  const marks = result.highlights ?? {};
  if (result.kind === "operation") {
    const { method, rest } = splitKey(result.key);
    return (
      <span className="font-mono">
        <Highlight text={rest} positions={shiftPositions(marks.key, method ? method.length + 1 : 0)} />
      </span>
    );
  }
  if (result.kind === "channel" || result.kind === "property" || result.kind === "message") {
    return (
      <span className="font-mono">
        <Highlight text={result.key} positions={marks.key} />
      </span>
    );
  }
  return result.title ? <Highlight text={result.title} positions={marks.title} /> : <Highlight text={result.name} positions={marks.name} />;
}

/** The other names of a thing: what an operation does, its operationId, a message's title. */
function Subtitle({ result }: { result: Result }) {
  const marks = result.highlights ?? {};
  if (result.kind === "interface" || result.kind === "service" || result.kind === "team" || result.kind === "domain") {
    return result.key && result.key !== result.title ? (
      <span className="font-mono text-xs text-faint">
        <Highlight text={result.key} positions={marks.key} />
      </span>
    ) : null;
  }
  const title = result.title && result.title !== result.key ? result.title : null;
  const name = result.name && result.name !== result.key && result.name !== title ? result.name : null;
  return (
    <>
      {title ? (
        <span className="min-w-0 text-sm [overflow-wrap:anywhere] text-muted">
          <Highlight text={title} positions={marks.title} />
        </span>
      ) : null}
      {name && marks.name?.length ? (
        <span className="font-mono text-xs [overflow-wrap:anywhere] text-faint">
          <Highlight text={name} positions={marks.name} />
        </span>
      ) : null}
    </>
  );
}

function Origin({ result }: { result: Result }) {
  const parts = [
    result.kind === "interface" ? null : result.interface?.title,
    result.context,
    result.kind === "interface" && result.format ? formatName(result.format) : null,
    result.kind === "interface" && result.lifecycle && result.lifecycle !== "stable" ? result.lifecycle : null,
    result.owner ?? (result.interface ? "unowned" : null),
  ].filter(Boolean);
  return <span className="min-w-0 [overflow-wrap:anywhere]">{parts.join(" · ")}</span>;
}
