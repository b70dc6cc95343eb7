import type { ReactNode } from "react";
import clsx from "clsx";
import { CircleAlert } from "lucide-react";

/** Something failed: what happened, what to do, and the id under which the log has it. */
export function ErrorState({ title, children, action, reference, className }: { title: ReactNode; children?: ReactNode; action?: ReactNode; reference?: string | null; className?: string }) {
  return (
    <div role="alert" className={clsx("flex gap-3 py-6", className)}>
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-red" />
      <div className="flex min-w-0 flex-col items-start gap-1">
        <p className="font-medium">{title}</p>
        {children ? <div className="max-w-[60ch] text-sm text-muted">{children}</div> : null}
        {reference ? (
          <p className="text-xs text-faint">
            Reference <code>{reference}</code>
          </p>
        ) : null}
        {action ? <div className="mt-2 flex flex-wrap gap-2">{action}</div> : null}
      </div>
    </div>
  );
}
