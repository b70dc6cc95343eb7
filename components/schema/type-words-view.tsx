import { Link } from "#components/ui/link.tsx";
import type { TypePart } from "./type-words.ts";

/** A type in words, named schemas linked. */
export function TypeWords({ parts, href }: { parts: TypePart[]; href: (id: string) => string }) {
  return parts.map((part, index) =>
    part.id === undefined ? (
      part.text
    ) : (
      <Link key={index} href={href(part.id)} prefetch={false} look="quiet" className="-my-1 inline-block py-1 underline decoration-line-strong">
        {part.text}
      </Link>
    ),
  );
}
