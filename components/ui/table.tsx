import type { ComponentProps, ReactNode } from "react";
import NextLink from "next/link";
import clsx from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";

/** Rows of 36 px under a header that stays. Scrolls sideways inside itself, never the page. */
export function Table({ caption, className, children, ...rest }: { /** What the table lists; read aloud, not shown. */ caption: string } & ComponentProps<"table">) {
  return (
    <table className={clsx("w-full border-separate border-spacing-0 text-sm", className)} {...rest}>
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
}

export function TableHead({ children, sticky = true }: { children: ReactNode; sticky?: boolean }) {
  return <thead className={clsx(sticky && "sticky top-12 z-10")}>{children}</thead>;
}

export function TableRow({ className, ...rest }: ComponentProps<"tr">) {
  return <tr className={clsx("group/row hover:bg-hover", className)} {...rest} />;
}

export type SortState = { href: string; direction: "asc" | "desc" | null };

export function TableHeader({ sort, numeric = false, className, children, ...rest }: { /** Where a click sorts by this column; absent where it cannot. */ sort?: SortState; numeric?: boolean } & ComponentProps<"th">) {
  return (
    <th
      scope="col"
      aria-sort={sort?.direction ? (sort.direction === "asc" ? "ascending" : "descending") : undefined}
      className={clsx("h-8 border-b border-line bg-canvas pr-4 text-xs font-medium whitespace-nowrap text-faint last:pr-0", numeric ? "text-right" : "text-left", className)}
      {...rest}
    >
      {sort ? (
        <NextLink href={sort.href} className="inline-flex items-center gap-1 hover:text-fg">
          {children}
          {sort.direction === "asc" ? <ArrowUp aria-hidden="true" className="size-3" /> : null}
          {sort.direction === "desc" ? <ArrowDown aria-hidden="true" className="size-3" /> : null}
        </NextLink>
      ) : (
        children
      )}
    </th>
  );
}

export function TableCell({ numeric = false, className, ...rest }: { numeric?: boolean } & ComponentProps<"td">) {
  return <td className={clsx("h-9 border-b border-line pr-4 align-middle last:pr-0", numeric && "text-right tabular-nums", className)} {...rest} />;
}
