"use client";
import type { ReactElement, ReactNode } from "react";
import { Popover as Base } from "@base-ui/react/popover";
import clsx from "clsx";

/** A small panel beside its button. `label` names it for those who listen. */
export function Popover({ trigger, label, align = "start", side = "bottom", className, children }: { trigger: ReactElement; label: string; align?: "start" | "center" | "end"; side?: "top" | "bottom" | "left" | "right"; className?: string; children: ReactNode }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={6} className="z-50">
          <Base.Popup aria-label={label} className={clsx(popupClass, "max-h-[min(480px,var(--available-height))] w-80 max-w-[calc(100vw-16px)] overflow-y-auto p-3 text-sm", className)}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export const popupClass =
  "rounded-md border border-line bg-raised text-fg shadow-pop outline-none transition-[opacity,scale] duration-100 origin-(--transform-origin) data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0";
