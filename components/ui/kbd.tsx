import type { ReactNode } from "react";
import clsx from "clsx";

/** A key to press. */
export function Kbd({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <kbd className={clsx("inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line-strong bg-canvas px-1 font-sans text-xs text-faint", className)}>
      {children}
    </kbd>
  );
}
