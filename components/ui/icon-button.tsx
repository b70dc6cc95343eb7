import type { ComponentProps, ReactNode } from "react";
import clsx from "clsx";

/** A button of one icon. `label` is what it is called aloud, and on hover. */
export function IconButton({ label, className, children, type = "button", ...rest }: { label: string; children: ReactNode } & Omit<ComponentProps<"button">, "aria-label">) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={clsx(
        "inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-fg",
        "disabled:cursor-not-allowed disabled:opacity-50 [&_svg]:size-4",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}
