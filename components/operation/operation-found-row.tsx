import { MethodBadge } from "#components/ui/method-badge.tsx";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import { shownAddress, type OperationEntry } from "../interface/group-operations.ts";
import type { PagePlace } from "./operation-view.ts";

/** One operation that the filter found: its whole address, and by what else it is told from others. */
export function OperationFoundRow({ operation, place }: { operation: OperationEntry; place: PagePlace }) {
  const said = [operation.summary, operation.tags[0]].filter(Boolean).join(" · ");
  return (
    <li>
      <a href={operationUrl({ ...place, key: operation.key })} className="flex min-w-0 gap-2 rounded-md px-2 py-1 -outline-offset-2 hover:bg-hover">
        <MethodBadge method={operation.kind === "http" || operation.kind === "event" ? operation.action : operation.kind} className="shrink-0 scale-90" />
        <span className="min-w-0">
          <code className={`block text-xs [overflow-wrap:anywhere] ${operation.deprecated ? "line-through" : ""}`}>{shownAddress(operation)}</code>
          {said === "" ? null : <span className="block text-xs text-muted [overflow-wrap:anywhere]">{said}</span>}
        </span>
      </a>
    </li>
  );
}
