import { MethodBadge } from "#components/ui/method-badge.tsx";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import { shownAddress, type OperationEntry } from "../interface/group-operations.ts";
import type { PagePlace } from "./operation-view.ts";

/** How much of an address there is room for beside its badge: words such as `webhook` take more than methods do. */
export function sideCharsMax(operations: readonly OperationEntry[]): number {
  return isWide(operations) ? 19 : 21;
}

export function isWide(operations: readonly OperationEntry[]): boolean {
  return operations.some(({ kind }) => kind !== "http");
}

/** One operation in a narrow list. */
export function OperationSideRow({ operation, short, place, current = false }: { operation: OperationEntry; /** Its address as it is told from those beside it. */ short: string; place: PagePlace; current?: boolean }) {
  const address = shownAddress(operation);
  return (
    <li className="s-side">
      <a aria-label={short === address ? undefined : operation.display} aria-current={current ? "page" : undefined} title={operation.summary ? `${operation.display}: ${operation.summary}` : operation.display} href={operationUrl({ ...place, key: operation.key })} className="s-op">
        <MethodBadge method={operation.kind === "http" || operation.kind === "event" ? operation.action : operation.kind} />
        <code className={operation.deprecated ? "s-gone" : undefined}>{short}</code>
      </a>
    </li>
  );
}
