import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "../ui/button.tsx";

/** On and back through a list whose pages are counted. Nothing where there is one. */
export function PageLinks({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex items-center justify-between gap-3">
      <p className="text-xs text-faint tabular-nums">
        Page {page.toLocaleString("en")} of {pages.toLocaleString("en")}
      </p>
      <div className="flex gap-2">
        {page > 1 ? (
          <ButtonLink size="sm" variant="ghost" href={href(page - 1)} prefetch={false} rel="prev" icon={<ChevronLeft aria-hidden="true" />}>
            Back
          </ButtonLink>
        ) : null}
        {page < pages ? (
          <ButtonLink size="sm" href={href(page + 1)} prefetch={false} rel="next">
            Next page
            <ChevronRight aria-hidden="true" />
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  );
}
