"use client";
import type { ReactElement, ReactNode } from "react";
import { Dialog as Base } from "@base-ui/react/dialog";
import clsx from "clsx";
import { X } from "lucide-react";
import { backdropClass } from "./dialog.tsx";
import { IconButton } from "./icon-button.tsx";

/** A panel that slides over an edge: from below on a phone, from the right for details. */
export function Sheet({ title, side = "bottom", trigger, open, onOpenChange, children }: { title: ReactNode; side?: "bottom" | "right"; trigger?: ReactElement; open?: boolean; onOpenChange?: (open: boolean) => void; children: ReactNode }) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup
          className={clsx(
            "fixed z-50 flex flex-col border-line bg-raised shadow-pop outline-none transition-[translate] duration-150",
            side === "bottom" &&
              "inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg border-t pb-[env(safe-area-inset-bottom)] data-ending-style:translate-y-full data-starting-style:translate-y-full",
            side === "right" && "inset-y-0 right-0 w-[min(420px,100vw)] border-l data-ending-style:translate-x-full data-starting-style:translate-x-full",
          )}
        >
          <div className="flex items-center justify-between gap-4 py-2 pr-2 pl-4">
            <Base.Title className="text-sm font-semibold">{title}</Base.Title>
            <Base.Close render={<IconButton label="Close"><X aria-hidden="true" /></IconButton>} />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
