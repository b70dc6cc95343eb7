import type { ComponentProps, ReactNode } from "react";
import NextLink from "next/link";
import clsx from "clsx";

export type ButtonLook = {
  variant?: "primary" | "secondary" | "ghost" | "danger";
  size?: "sm" | "md";
  icon?: ReactNode;
};

/** A button that does something. For going somewhere, `ButtonLink`. */
export function Button({ variant, size, icon, className, children, type = "button", ...rest }: ButtonLook & ComponentProps<"button">) {
  return (
    <button type={type} className={clsx(buttonClass({ variant, size }), className)} {...rest}>
      {icon}
      {children}
    </button>
  );
}

export function ButtonLink({ variant, size, icon, className, children, ...rest }: ButtonLook & ComponentProps<typeof NextLink>) {
  return (
    <NextLink className={clsx(buttonClass({ variant, size }), className)} {...rest}>
      {icon}
      {children}
    </NextLink>
  );
}

export function buttonClass({ variant = "secondary", size = "md" }: ButtonLook) {
  return clsx(
    "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
    size === "sm" ? "h-7 px-2 text-sm" : "h-8 px-3 text-sm",
    variant === "primary" && "bg-accent-solid text-on-accent hover:bg-accent-solid-hover",
    variant === "secondary" && "border border-line-strong bg-canvas text-fg hover:bg-hover",
    variant === "ghost" && "text-muted hover:bg-hover hover:text-fg",
    variant === "danger" && "border border-line-strong bg-canvas text-red hover:bg-red-tint",
  );
}
