import { Link } from "#components/ui/link.tsx";
import { MethodBadge } from "#components/ui/method-badge.tsx";
import { operationUrl } from "#lib/catalog/operation-url.ts";
import type { PagePlace } from "../operation/operation-view.ts";
import { shownAddress, type OperationEntry } from "./group-operations.ts";

/** One operation in a wide list. Rows off the screen cost the browser nothing. */
export function OperationRow({ operation, place }: { operation: OperationEntry; place: PagePlace }) {
  return (
    <li className="border-b border-line [contain-intrinsic-block-size:auto_36px] [content-visibility:auto]">
      <Link
        look="bare"
        prefetch={false}
        href={operationUrl({ ...place, key: operation.key })}
        className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-0.5 py-1.5 -outline-offset-2 hover:bg-hover md:flex-nowrap"
      >
        <MethodBadge column method={operation.kind === "http" || operation.kind === "event" ? operation.action : operation.kind} />
        <code className={`min-w-0 flex-1 text-sm [overflow-wrap:anywhere] ${operation.deprecated ? "text-muted line-through decoration-faint" : ""}`}>{shownAddress(operation)}</code>
        {operation.deprecated ? <span className="text-xs text-amber">deprecated</span> : null}
        {operation.summary ? <span className="w-full min-w-0 truncate pl-[76px] text-sm text-muted md:w-2/5 md:pl-0">{operation.summary}</span> : null}
      </Link>
    </li>
  );
}
