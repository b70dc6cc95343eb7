import { MethodBadge } from "#components/ui/method-badge.tsx";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import { shownAddress, type OperationEntry } from "../interface/group-operations.ts";
import type { PagePlace } from "./operation-view.ts";

export const sideCharsMax = 23;

/** One operation in a narrow list. */
export function OperationSideRow({ operation, short, place, current = false }: { operation: OperationEntry; /** Its address as it is told from those beside it. */ short: string; place: PagePlace; current?: boolean }) {
  const address = shownAddress(operation);
  return (
    <li className="s-side">
      <a aria-label={short === address ? undefined : operation.display} aria-current={current ? "page" : undefined} title={operation.summary ? `${operation.display}: ${operation.summary}` : operation.display} href={operationUrl({ ...place, key: operation.key })} className="s-op">
        <MethodBadge method={operation.kind === "http" || operation.kind === "event" ? operation.action : operation.kind} className="scale-90" />
        <code className={operation.deprecated ? "s-gone" : undefined}>{short}</code>
      </a>
    </li>
  );
}
