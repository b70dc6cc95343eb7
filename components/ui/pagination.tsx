import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "./button.tsx";

/**
 * Pages by cursor: on, and back to the start. A cursor knows no numbers and no way back; the browser's own button has it.
 */
export function Pagination({ next, first, shown, total, noun }: { /** Address of the next page, null on the last. */ next: string | null; /** Address of the first page, null when this is it. */ first: string | null; shown: number; total?: number | null; noun: string }) {
  if (!next && !first) {
    return total == null ? null : <p className="py-3 text-xs text-faint">{`${total.toLocaleString("en")} ${total === 1 ? singularOf(noun) : noun}`}</p>;
  }
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3 py-3">
      <p className="text-xs text-faint tabular-nums">
        {total == null ? `${shown.toLocaleString("en")} ${noun} on this page` : `${shown.toLocaleString("en")} of ${total.toLocaleString("en")} ${noun}`}
      </p>
      <div className="flex gap-2">
        {first ? (
          <ButtonLink href={first} size="sm" variant="ghost" icon={<ChevronLeft aria-hidden="true" />}>
            First page
          </ButtonLink>
        ) : null}
        {next ? (
          <ButtonLink href={next} size="sm" rel="next">
            Next page
            <ChevronRight aria-hidden="true" />
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  );
}

function singularOf(noun: string): string {
  return noun.includes(" ") ? noun : noun === "people" ? "person" : noun.replace(/ies$/, "y").replace(/s$/, "");
}
