import type { ReactNode } from "react";
import clsx from "clsx";

/** What a page is: its name, one line about it, and what can be done here. */
export function PageHeader({ title, lead, actions, className, children }: { title: ReactNode; lead?: ReactNode; actions?: ReactNode; className?: string; children?: ReactNode }) {
  return (
    <header className={clsx("flex flex-col gap-1 pt-6 pb-4", className)}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h1 className="min-w-0 text-xl font-semibold tracking-tight text-balance [overflow-wrap:anywhere]">{title}</h1>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {lead ? <div className="max-w-[80ch] text-muted">{lead}</div> : null}
      {children}
    </header>
  );
}

/** A named part of a page. */
export function Section({ title, count, actions, id, className, children }: { title: ReactNode; count?: number | null; actions?: ReactNode; id?: string; className?: string; children: ReactNode }) {
  return (
    <section id={id} className={clsx("mt-8 first:mt-0", className)}>
      <div className="mb-2 flex items-center justify-between gap-4">
        <h2 className="text-sm font-semibold">
          {title}
          {count == null ? null : <span className="ml-1.5 font-normal text-faint tabular-nums">{count.toLocaleString("en")}</span>}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
