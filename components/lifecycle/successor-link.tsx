import type { Successor } from "#lib/catalog/migrations/find-successor.ts";
import { Link } from "../ui/link.tsx";

/** What takes the place of something that ends. */
export function SuccessorLink({ successor: { title, line, operation, href } }: { successor: Successor }) {
  return (
    <Link look="text" href={href} prefetch={false} className="[overflow-wrap:anywhere]">
      {operation ? <><code>{operation}</code> of </> : null}
      {title}
      {line ? ` ${line}` : ""}
    </Link>
  );
}
