import { TriangleAlert } from "lucide-react";

/** The document breaks its specification, and was published all the same. */
export function InvalidMark({ errorCount }: { errorCount?: number }) {
  const said = errorCount ? `${errorCount.toLocaleString("en")} ${errorCount === 1 ? "error" : "errors"} against its specification` : "Breaks its specification";
  return (
    <span title={said} className="shrink-0 text-amber">
      <TriangleAlert aria-hidden="true" className="size-3.5" />
      <span className="sr-only">{said}</span>
    </span>
  );
}
