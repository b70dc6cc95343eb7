import type { ReactNode } from "react";
import clsx from "clsx";

/** Nothing here yet: says why, and teaches the next step with its command or button. Within a section of a page it stands close to its heading. */
export function EmptyState({ title, children, action, icon, className }: { title: ReactNode; children?: ReactNode; action?: ReactNode; icon?: ReactNode; className?: string }) {
  return (
    <div className={clsx("flex flex-col items-start gap-2 py-10 [section_&]:gap-1 [section_&]:py-2", className)}>
      {icon ? <div className="text-faint [&_svg]:size-5">{icon}</div> : null}
      <p className="font-medium">{title}</p>
      {children ? <div className="max-w-[60ch] text-sm text-muted [&_code]:rounded-sm [&_code]:bg-sunken [&_code]:px-1">{children}</div> : null}
      {action ? <div className="mt-2 flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
