import type { ReactNode } from "react";
import clsx from "clsx";
import { StaticCopy } from "../static/static-copy.tsx";
import { ColouredCode } from "./coloured-code.tsx";
import { CopyButton } from "./copy-button.tsx";

/** Code with a copy button, coloured by classes (no inline styles). */
export function CodeBlock({ code, language, title, small = false, isStatic = false, className }: { code: string; language?: string | null; title?: ReactNode; /** In narrow places. */ small?: boolean; /** Stands within `Static`. */ isStatic?: boolean; className?: string }) {
  return (
    <figure className={clsx("overflow-hidden rounded-md border border-line bg-sunken", className)}>
      {title ? (
        <figcaption className="flex h-8 items-center justify-between gap-2 border-b border-line pr-1 pl-3 text-xs text-muted">
          <span className="min-w-0 truncate">{title}</span>
          {isStatic ? <StaticCopy label="Copy code" /> : <CopyButton text={code} label="Copy code" className="size-6" />}
        </figcaption>
      ) : null}
      <div className="group/code relative">
        {title ? null : isStatic ? <StaticCopy label="Copy code" className="absolute top-1 right-1 bg-sunken" /> : <CopyButton text={code} label="Copy code" className="absolute top-1 right-1 bg-sunken" />}
        <pre tabIndex={0} className={clsx("overflow-x-auto -outline-offset-2", small ? "px-3 py-2.5 text-xs" : "p-3 text-sm", !title && "pr-9")}>
          <code>
            <ColouredCode code={code} language={language} />
          </code>
        </pre>
      </div>
    </figure>
  );
}
