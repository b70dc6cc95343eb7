"use client";
import type { ReactElement, ReactNode, RefObject } from "react";
import { Dialog as Base } from "@base-ui/react/dialog";
import clsx from "clsx";
import { X } from "lucide-react";
import { IconButton } from "./icon-button.tsx";

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it; absent where the caller holds `open`. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Buttons at the foot; wrap one in `DialogClose` to close. */
  footer?: ReactNode;
  /** Where the keyboard goes first; otherwise to the first thing in it. */
  initialFocus?: RefObject<HTMLElement | null>;
  className?: string;
  children?: ReactNode;
};

/** A question or a small form in the middle. Focus goes in, and comes back; Escape closes. */
export function Dialog({ title, description, trigger, open, onOpenChange, footer, initialFocus, className, children }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup
          {...(initialFocus ? { initialFocus } : {})}
          className={clsx(
            "fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[calc(100vw-32px)] max-w-lg -translate-x-1/2 flex-col rounded-lg border border-line bg-raised shadow-pop outline-none",
            "transition-[opacity,scale] duration-100 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0",
            className,
          )}
        >
          <div className="flex items-start justify-between gap-4 px-4 pt-3">
            <div>
              <Base.Title className="text-lg font-semibold">{title}</Base.Title>
              {description ? <Base.Description className="mt-1 text-sm text-muted">{description}</Base.Description> : null}
            </div>
            <Base.Close render={<IconButton label="Close"><X aria-hidden="true" /></IconButton>} />
          </div>
          {children ? <div className="min-h-0 overflow-y-auto px-4 py-3">{children}</div> : <div className="h-4" />}
          {footer ? <div className="flex justify-end gap-2 border-t border-line px-4 py-3">{footer}</div> : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

export function DialogClose({ children }: { children: ReactElement }) {
  return <Base.Close render={children} />;
}

export const backdropClass =
  "fixed inset-0 z-50 bg-scrim transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0";
