import type { ComponentProps } from "react";
import NextLink from "next/link";
import clsx from "clsx";

export type LinkLook = {
  /** `text` stands in prose, underlined; `plain` in tables and lists, underlined on hover; `quiet` is muted until then. */
  look?: "text" | "plain" | "quiet" | "bare";
};

/** A way to another place of this product. */
export function Link({ look = "plain", className, ...rest }: LinkLook & ComponentProps<typeof NextLink>) {
  return <NextLink className={clsx(linkClass[look], className)} {...rest} />;
}

/** A way out: opens where the reader says, tells the other side nothing. */
export function ExternalLink({ look = "text", className, ...rest }: LinkLook & ComponentProps<"a">) {
  return <a rel="noopener noreferrer nofollow" className={clsx(linkClass[look], className)} {...rest} />;
}

const underline = "decoration-1 underline-offset-3";
const linkClass = {
  text: clsx("text-accent underline", underline),
  plain: clsx("text-fg hover:underline", underline),
  quiet: clsx("text-muted hover:text-fg hover:underline", underline),
  bare: "",
} as const;
