import type { ReactNode } from "react";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import { LevelBadge } from "#components/ui/badge.tsx";
import { InlineCode } from "./inline-code.tsx";
import type { Excerpt } from "./source-text.ts";

/** One finding: how bad, where, what is wrong and what to do, with the lines it means. */
export function DiagnosticItem({ diagnostic, where, excerpt }: { diagnostic: Diagnostic; where: ReactNode; excerpt?: Excerpt | null }) {
  return (
    <div className="flex min-w-0 flex-col gap-1 py-2.5 text-sm">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <LevelBadge level={diagnostic.severity} />
        {where}
        <code className="text-xs text-faint [overflow-wrap:anywhere]">{diagnostic.code}</code>
      </div>
      <p className="max-w-[80ch] [overflow-wrap:anywhere]">
        <InlineCode text={diagnostic.message} />
      </p>
      {diagnostic.help ? (
        <p className="max-w-[80ch] text-muted [overflow-wrap:anywhere]">
          <InlineCode text={diagnostic.help} />
        </p>
      ) : null}
      {excerpt ? <ExcerptLines excerpt={excerpt} /> : null}
    </div>
  );
}

function ExcerptLines({ excerpt }: { excerpt: Excerpt }) {
  return (
    <pre tabIndex={0} aria-label={`Lines ${excerpt.from} to ${excerpt.from + excerpt.lines.length - 1}`} className="mt-1 overflow-x-auto rounded-md border border-line bg-sunken py-1.5 text-xs -outline-offset-2">
      <code className="block w-max min-w-full">
        {excerpt.lines.map((text, index) => {
          const line = excerpt.from + index;
          const marked = line === excerpt.marked;
          return (
            <span key={line} className={`block pr-4 ${marked ? "bg-red-tint" : ""}`}>
              <span className={`mr-3 inline-block w-14 pr-2 text-right select-none ${marked ? "border-r-2 border-red text-red" : "border-r-2 border-transparent text-faint"}`}>{line}</span>
              {text === "" ? " " : text}
            </span>
          );
        })}
      </code>
    </pre>
  );
}

/** `file:line:column`, the file only where there are several. */
export function placeWords(diagnostic: Diagnostic, severalFiles: boolean): string {
  const line = `Line ${diagnostic.line.toLocaleString("en")}, column ${diagnostic.column.toLocaleString("en")}`;
  return severalFiles ? `${diagnostic.file}, ${line.toLowerCase()}` : line;
}
