import { MethodBadge } from "#components/ui/method-badge.tsx";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import type { PagePlace } from "../operation/operation-view.ts";
import { shownAddress, type OperationEntry } from "./group-operations.ts";

/** One operation in a wide list. Stands in a list of the class `s-listed`, where rows off the screen cost the browser nothing. */
export function OperationRow({ operation, place, hidden = false }: { operation: OperationEntry; place: PagePlace; hidden?: boolean }) {
  return (
    <li hidden={hidden} data-text={operation.kind === "http" || operation.kind === "event" ? undefined : operation.display}>
      <a href={operationUrl({ ...place, key: operation.key })} className="s-oprow">
        <MethodBadge column method={operation.kind === "http" || operation.kind === "event" ? operation.action : operation.kind} />
        <code className={operation.deprecated ? "s-gone" : undefined}>{shownAddress(operation)}</code>
        {operation.deprecated ? <b>deprecated</b> : null}
        {operation.summary ? <span>{operation.summary}</span> : null}
      </a>
    </li>
  );
}
