import type { ReactNode } from "react";

/**
 * A line whose contents open beneath it, without a script. The arrow is the control and its hit area covers the first
 * line; links within the line stay links. Stands in something `relative` that leaves 20 px at its left.
 */
export function Disclosure({ label, open, line, children }: { label: string; open: boolean; line: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className="pointer-events-none relative z-[1] [&_:is(a,button,summary)]:pointer-events-auto [&_code]:pointer-events-auto [&_p]:pointer-events-auto">{line}</div>
      <details open={open}>
        <summary className="absolute inset-x-0 top-0 flex h-9 list-none items-center -outline-offset-2 hover:bg-hover [&::-webkit-details-marker]:hidden [details[open]>&>svg]:rotate-90">
          <svg viewBox="0 0 12 12" aria-hidden="true" className="ml-0.5 size-3 text-faint transition-transform">
            <path d="M4 2.5 8 6l-4 3.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          <span className="sr-only">{label}</span>
        </summary>
        <div className="pt-1">{children}</div>
      </details>
    </>
  );
}
