"use client";
import { useEffect, useState } from "react";
import clsx from "clsx";
import { Check, Copy } from "lucide-react";
import { copyText } from "./copy-text.ts";

/** Copies `text`, and says so. With `children` it is a button with words, else an icon. */
export function CopyButton({ text, label = "Copy", className, children }: { text: string; label?: string; className?: string; children?: React.ReactNode }) {
  const [state, setState] = useState<"idle" | "done" | "failed">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  const said = state === "done" ? "Copied" : state === "failed" ? "Could not copy: select the text instead" : label;
  return (
    <button
      type="button"
      aria-label={children ? undefined : label}
      title={said}
      onClick={() => void copyText(text).then((done) => setState(done ? "done" : "failed"))}
      className={clsx(
        "inline-flex shrink-0 items-center justify-center gap-1 rounded-md text-muted transition-colors hover:bg-hover hover:text-fg",
        children ? "h-7 px-2 text-xs" : "size-7",
        className,
      )}
    >
      {state === "done" ? <Check aria-hidden="true" className="size-3.5 text-green" /> : <Copy aria-hidden="true" className="size-3.5" />}
      {children}
      <span className="sr-only" role="status">
        {state === "idle" ? "" : said}
      </span>
    </button>
  );
}
