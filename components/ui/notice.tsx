import type { ReactNode } from "react";
import clsx from "clsx";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";

/** One line above what it speaks of. */
export function Notice({ level = "info", action, className, children }: { level?: "info" | "warning" | "error"; /** A small button at its end. */ action?: ReactNode; className?: string; children: ReactNode }) {
  const Icon = level === "error" ? CircleAlert : level === "warning" ? TriangleAlert : Info;
  return (
    <div
      role={level === "error" ? "alert" : "status"}
      className={clsx(
        "flex items-start gap-2 rounded-md px-3 py-2 text-sm",
        level === "info" && "bg-sunken text-muted",
        level === "warning" && "bg-amber-tint text-amber",
        level === "error" && "bg-red-tint text-red",
        className,
      )}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
      {action ? <div className="-my-1 shrink-0">{action}</div> : null}
    </div>
  );
}
