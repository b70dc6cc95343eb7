"use client";
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import dynamic from "next/dynamic";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { Viewer } from "./viewer.ts";

type PaletteHandle = { open: () => void };

const PaletteContext = createContext<PaletteHandle>({ open: () => undefined });
// Most visits never open it.
const Palette = dynamic(() => import("../search/palette.tsx").then((module) => module.Palette), { ssr: false });

export function usePalette() {
  return use(PaletteContext);
}

/** Holds the palette, and the keys that open it from anywhere: ⌘K or Ctrl+K, and / where nothing is being typed. */
export function PaletteProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const [wanted, setWanted] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false, staleTime: 30_000 } } }));
  const open = useCallback(() => {
    setWanted(true);
    setIsOpen(true);
  }, []);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const chord = (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
      const slash = event.key === "/" && !event.metaKey && !event.ctrlKey && !event.altKey && !isTyping(event.target);
      if (event.defaultPrevented || event.isComposing || (!chord && !slash)) return;
      event.preventDefault();
      // The search page has the same search in large: there the key goes to its field.
      const field = document.querySelector<HTMLInputElement>("[data-search-field]");
      if (field && slash) {
        field.focus();
        field.select();
      } else open();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [open]);

  const handle = useMemo(() => ({ open }), [open]);
  return (
    <PaletteContext value={handle}>
      <QueryClientProvider client={client}>
        {children}
        {wanted ? <Palette viewer={viewer} open={isOpen} onOpenChange={setIsOpen} /> : null}
      </QueryClientProvider>
    </PaletteContext>
  );
}

function isTyping(target: EventTarget | null) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName));
}
