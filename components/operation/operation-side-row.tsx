import { Link } from "#components/ui/link.tsx";
import { MethodBadge } from "#components/ui/method-badge.tsx";
import { operationUrl } from "#lib/catalog/operation-url.ts";
import { shownAddress, type OperationEntry } from "../interface/group-operations.ts";
import type { PagePlace } from "./operation-view.ts";

/** One operation in a narrow list. */
export function OperationSideRow({ operation, place, current = false }: { operation: OperationEntry; place: PagePlace; current?: boolean }) {
  const address = shownAddress(operation);
  return (
    <li>
      <Link
        look="bare"
        prefetch={false}
        aria-current={current ? "page" : undefined}
        title={operation.summary ? `${operation.display}: ${operation.summary}` : operation.display}
        href={operationUrl({ ...place, key: operation.key })}
        className={`flex h-7 min-w-0 items-center gap-2 rounded-md px-2 -outline-offset-2 ${current ? "bg-accent-tint text-fg" : "text-muted hover:bg-hover hover:text-fg"}`}
      >
        <MethodBadge method={operation.kind === "http" || operation.kind === "event" ? operation.action : operation.kind} className="scale-90" />
        {/* The end of a long path says more than its start. */}
        <code className={`min-w-0 truncate text-xs ${operation.deprecated ? "line-through decoration-faint" : ""}`} dir={address.length > 22 ? "rtl" : undefined}>
          <bdi>{address}</bdi>
        </code>
      </Link>
    </li>
  );
}
