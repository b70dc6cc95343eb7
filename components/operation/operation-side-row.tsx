import { MethodBadge } from "#components/ui/method-badge.tsx";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import { shortAddress, shownAddress, type OperationEntry } from "../interface/group-operations.ts";
import type { PagePlace } from "./operation-view.ts";

const charsMax = 23;

/** One operation in a narrow list. */
export function OperationSideRow({ operation, place, current = false }: { operation: OperationEntry; place: PagePlace; current?: boolean }) {
  const address = shownAddress(operation);
  const short = shortAddress(address, charsMax);
  return (
    <li className="s-side">
      <a aria-label={short === address ? undefined : operation.display} aria-current={current ? "page" : undefined} title={operation.summary ? `${operation.display}: ${operation.summary}` : operation.display} href={operationUrl({ ...place, key: operation.key })} className="s-op">
        <MethodBadge method={operation.kind === "http" || operation.kind === "event" ? operation.action : operation.kind} className="scale-90" />
        <code className={operation.deprecated ? "s-gone" : undefined}>{short}</code>
      </a>
    </li>
  );
}
