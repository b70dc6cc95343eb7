"use client";
import { Dialog } from "@base-ui/react/dialog";
import clsx from "clsx";
import type { Viewer } from "../shell/viewer.ts";
import { backdropClass } from "../ui/dialog.tsx";
import { PaletteBody } from "./palette-body.tsx";

/** Search and places from anywhere, by keyboard alone. */
export function Palette({ viewer, open, onOpenChange }: { viewer: Viewer; open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropClass} />
        <Dialog.Popup
          className={clsx(
            "fixed top-[12vh] left-1/2 z-50 flex max-h-[70dvh] w-[calc(100vw-16px)] max-w-2xl -translate-x-1/2 flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-pop outline-none max-sm:top-2",
            "transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0",
          )}
        >
          <Dialog.Title className="sr-only">Search and go to</Dialog.Title>
          <PaletteBody viewer={viewer} close={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
