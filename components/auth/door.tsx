import type { ReactNode } from "react";
import { Page } from "../ui/page.tsx";

/** A page at the door: what it is for and one narrow form, in the middle, where nothing else asks for attention. */
export function Door({ title, lead, children }: { title: string; lead?: string | undefined; children: ReactNode }) {
  return (
    <Page>
      <div className="mx-auto flex w-full max-w-sm flex-col gap-6 pt-6 md:pt-[12vh]">
        <header className="flex flex-col gap-1">
          <h1 className="text-xl font-semibold tracking-tight text-balance">{title}</h1>
          {lead ? <p className="text-sm text-muted [overflow-wrap:anywhere]">{lead}</p> : null}
        </header>
        {children}
      </div>
    </Page>
  );
}
