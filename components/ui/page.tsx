import type { ReactNode } from "react";
import clsx from "clsx";

/** The measure of a page within the shell: room at the sides, and an end to its width. */
export function Page({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={clsx("w-full max-w-[1600px] px-4 pb-16 md:px-8", className)}>{children}</div>;
}
