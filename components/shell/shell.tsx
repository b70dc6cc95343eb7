import type { ReactNode } from "react";
import { Toaster } from "../ui/toaster.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { PaletteProvider } from "./palette-provider.tsx";
import { Rail } from "./rail.tsx";
import { TopBar } from "./top-bar.tsx";
import type { Theme, Viewer } from "./viewer.ts";

/** What stands around every page. */
export function Shell({ viewer, theme, children }: { viewer: Viewer; theme: Theme; children: ReactNode }) {
  return (
    <PaletteProvider viewer={viewer}>
      <a href="#content" className="sr-only z-50 rounded-md bg-accent-solid px-3 py-2 text-sm text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2">
        Skip to content
      </a>
      <div className="flex min-h-dvh">
        <Rail viewer={viewer} theme={theme} />
        <div className="flex min-w-0 flex-1 flex-col">
          <TopBar />
          <main id="content" tabIndex={-1} className="flex-1 pb-14 outline-none md:pb-0">
            {children}
          </main>
        </div>
      </div>
      <BottomBar viewer={viewer} theme={theme} />
      <Toaster />
    </PaletteProvider>
  );
}
