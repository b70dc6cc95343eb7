"use client";
import type { ReactElement, ReactNode } from "react";
import { Menu as Base } from "@base-ui/react/menu";
import NextLink from "next/link";
import clsx from "clsx";
import { Check } from "lucide-react";
import { popupClass } from "./popover.tsx";

/** A list of things to do or places to go. Fill with `MenuItem`, `MenuLink`, `MenuRadio`, `MenuLabel`, `MenuSeparator`. */
export function Menu({ trigger, align = "start", side = "bottom", className, children }: { trigger: ReactElement; align?: "start" | "center" | "end"; side?: "top" | "bottom"; className?: string; children: ReactNode }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={6} className="z-50">
          <Base.Popup className={clsx(popupClass, "max-h-[min(420px,var(--available-height))] min-w-44 overflow-y-auto p-1", className)}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const itemClass =
  "flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none select-none data-disabled:opacity-50 data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-faint";

export function MenuItem({ onClick, disabled, children }: { onClick?: () => void; disabled?: boolean; children: ReactNode }) {
  return (
    <Base.Item className={itemClass} onClick={onClick} disabled={disabled}>
      {children}
    </Base.Item>
  );
}

export function MenuLink({ href, current, children }: { href: string; current?: boolean; children: ReactNode }) {
  return (
    <Base.LinkItem className={itemClass} closeOnClick aria-current={current ? "page" : undefined} render={<NextLink href={href} />}>
      {children}
      {current ? <Check aria-hidden="true" className="ml-auto" /> : null}
    </Base.LinkItem>
  );
}

export function MenuRadio<T extends string>({ value, onChange, options, label }: { value: T; onChange: (value: T) => void; options: readonly { value: T; label: ReactNode }[]; label: string }) {
  return (
    <Base.RadioGroup value={value} onValueChange={onChange} aria-label={label}>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} closeOnClick className={itemClass}>
          {option.label}
          <Base.RadioItemIndicator className="ml-auto">
            <Check aria-hidden="true" />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2 pt-1.5 pb-1 text-xs text-faint">{children}</div>;
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
