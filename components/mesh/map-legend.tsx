import type { ReactNode } from "react";
import type { MapState } from "./map-controller.ts";

const levels: Record<MapState["level"], string> = { groups: "whole groups", parts: "teams", services: "services", interfaces: "services and their interfaces" };
const bundles: Record<MapState["level"], string> = { groups: "between whole groups", parts: "between teams", services: "between services", interfaces: "between services and interfaces" };

/** What the signs of the map mean, and how much of it is drawn at this distance. */
export function MapLegend({ state, isChosen }: { state: MapState | null; isChosen: boolean }) {
  return (
    <div className="absolute bottom-3 left-3 max-w-[calc(100%-72px)] rounded-md border border-line bg-raised px-3 py-2 text-xs text-muted">
      <details>
        <summary className="w-fit font-medium">Legend</summary>
        <ul className="mt-2 flex flex-col gap-1.5 pb-1">
          <li className="flex items-center gap-2"><Swatch><circle cx="12" cy="6" r="4.5" className="fill-current" /></Swatch>A service; the larger, the more it uses and is used</li>
          <li className="flex items-center gap-2"><Swatch><circle cx="12" cy="6" r="5.5" className="fill-current opacity-20" /></Swatch>A domain or team; each domain has its colour</li>
          <li className="flex items-center gap-2"><Swatch><path d="M1 4 L23 5.5 L23 6.5 L1 8 z" className="fill-current" /></Swatch>Wide end depends on thin end; the wider, the more uses</li>
          <li className="flex items-center gap-2"><Swatch><path d="M1 6 H23" strokeWidth="2" strokeDasharray="4 3" className="stroke-current" /></Swatch>Only possible: the broker is not confirmed</li>
          {isChosen ? (
            <>
              <li className="flex items-center gap-2 text-blue"><Swatch><path d="M1 6 H23" strokeWidth="2" className="stroke-current" /></Swatch>What the chosen one uses</li>
              <li className="flex items-center gap-2 text-amber"><Swatch><path d="M1 6 H23" strokeWidth="2" className="stroke-current" /></Swatch>Who uses it</li>
            </>
          ) : null}
        </ul>
      </details>
      {state ? (
        <p aria-live="polite" className="text-faint">
          Shows {levels[state.level]}; {state.edges < state.edgesTotal ? `the ${state.edges} strongest of ${state.edgesTotal.toLocaleString("en")} lines` : `${state.edges} lines`} {isChosen ? "of what is chosen" : bundles[state.edgeLevel]}.
        </p>
      ) : null}
    </div>
  );
}

function Swatch({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 24 12" aria-hidden="true" className="h-3 w-6 shrink-0">
      {children}
    </svg>
  );
}
