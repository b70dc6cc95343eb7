import { Link } from "#components/ui/link.tsx";
import type { OperationConsumers } from "./operation-view.ts";

const namedMax = 6;

/** Who uses this operation or message, by name, and how many use the interface without saying what of it. */
export function OperationConsumersLine({ consumers, allHref, parts = "operations" }: { consumers: OperationConsumers; allHref: string; parts?: "operations" | "messages" }) {
  const { users, unsaid } = consumers;
  if (users.length === 0 && unsaid === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
      {users.length > 0 ? "Used by" : null}
      {users.slice(0, namedMax).map((user, index) => (
        <span key={user.href}>
          <Link look="text" prefetch={false} href={user.href} className="inline-block py-0.5">
            {user.name}
          </Link>
          {index < Math.min(users.length, namedMax) - 1 ? "," : ""}
        </span>
      ))}
      {users.length > namedMax ? (
        <Link look="quiet" prefetch={false} href={allHref} className="inline-block py-0.5">
          and {users.length - namedMax} more
        </Link>
      ) : null}
      {unsaid > 0 ? (
        <Link look="quiet" prefetch={false} href={allHref} className="inline-block py-0.5">
          {users.length > 0 ? "· " : ""}
          {unsaid} {unsaid === 1 ? "uses" : "use"} the interface and {unsaid === 1 ? "does" : "do"} not say which {parts}
        </Link>
      ) : null}
    </p>
  );
}
