import type { ReactNode } from "react";
import { List, X } from "lucide-react";

const id = "side-list";

/**
 * A list beside a page, and what it is beside. On a narrow screen the list is a sheet over the lower edge that a button
 * opens: a popover of the browser's own, so that it opens, takes the keyboard and closes (Escape, a touch elsewhere) without a script.
 */
export function SideList({ label, opener, list, children }: { /** Of the navigation. */ label: string; /** On the button of narrow screens. */ opener: ReactNode; list: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-x-8 lg:grid-cols-[232px_minmax(0,1fr)]">
      <button type="button" popoverTarget={id} className="mb-5 flex h-8 items-center gap-2 justify-self-start rounded-md border border-line-strong px-3 text-sm hover:bg-hover lg:hidden">
        <List aria-hidden="true" className="size-4" />
        {opener}
      </button>
      <nav id={id} popover="auto" aria-label={label} className="s-beside">
        <div className="flex items-center justify-between py-2 lg:hidden">
          <p className="text-sm font-semibold">{label}</p>
          <button type="button" popoverTarget={id} popoverTargetAction="hide" aria-label={`Close ${label.toLowerCase()}`} className="flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-fg">
            <X aria-hidden="true" className="size-4" />
          </button>
        </div>
        <div data-side-list="" className="min-h-0 overflow-y-auto pb-4 lg:sticky lg:top-16 lg:max-h-[calc(100vh-5rem)] lg:pr-1">
          {list}
        </div>
      </nav>
      {children}
    </div>
  );
}
