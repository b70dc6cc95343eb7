"use client";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useQuery } from "@tanstack/react-query";
import { Maximize, Minus, Plus } from "lucide-react";
import type { Overview } from "#lib/catalog/graph/overview.ts";
import { meshParams, type MeshQuery } from "#lib/catalog/graph/mesh-query-words.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { createMap, type Chosen, type MapController, type MapState } from "./map-controller.ts";
import { MapExport } from "./map-export.tsx";
import { MapLegend } from "./map-legend.tsx";
import { mapModel } from "./map-model.ts";
import { MapPanel } from "./map-panel.tsx";
import { MapSearch } from "./map-search.tsx";

/** The whole mesh as a map: dots in circles, drawn as close as one looks. All of it stands in the lists beside it as well. */
export function MeshMap({ query }: { query: MeshQuery }) {
  const params = meshParams({ ...query, focus: null, to: null, list: false }).toString();
  const { data, error, refetch } = useQuery({ queryKey: ["mesh", params], queryFn: ({ signal }) => fetchOverview(params, signal), staleTime: 0, gcTime: 60_000 });
  const model = useMemo(() => (data ? mapModel(data) : null), [data]);
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapController | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [hovered, setHovered] = useState<Chosen | null>(null);
  const [state, setState] = useState<MapState | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const element = container.current;
    if (!element || !model || model.ends.length === 0) return;
    let made: MapController;
    try {
      made = createMap(element, model, { hover: setHovered, choose: setChosen, change: setState, reduceMotion: window.matchMedia("(prefers-reduced-motion: reduce)").matches });
    } catch {
      // A browser without WebGL: the lists say the same.
      setFailed(true);
      return;
    }
    setMap(made);
    Object.assign(element, { meshMap: made });
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const watcher = new MutationObserver(made.recolour);
    watcher.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    dark.addEventListener("change", made.recolour);
    return () => {
      watcher.disconnect();
      dark.removeEventListener("change", made.recolour);
      made.end();
      setMap(null);
      setChosen(null);
      setHovered(null);
    };
  }, [model]);

  if (error) return <ErrorState title="The map did not come" action={<button type="button" className="text-accent underline" onClick={() => void refetch()}>Try again</button>}>The lists below are complete without it.</ErrorState>;
  if (failed) return <p className="p-4 text-sm text-muted">This browser cannot draw the map: it needs WebGL. The lists say the same.</p>;
  const shown = hovered && "end" in hovered ? hovered : chosen;
  return (
    <div className="relative h-full min-h-[420px] overflow-hidden bg-canvas">
      <div
        ref={container}
        role="application"
        aria-label="Map of the mesh"
        aria-describedby="map-keys"
        tabIndex={0}
        data-mesh-state={state ? `${state.level} ${state.marks}` : "loading"}
        onKeyDown={(event) => onKey(event, map)}
        className="absolute inset-0 bg-canvas text-fg -outline-offset-2"
      >
        <span data-muted hidden className="text-muted" />
      </div>
      <p id="map-keys" className="sr-only">
        Arrow keys move the map, plus and minus zoom, 0 shows all of it, Escape lets go of what is chosen. The search field finds a service and goes there. Everything is in the lists, too.
      </p>
      {model ? null : <p role="status" className="absolute inset-0 flex items-center justify-center text-sm text-faint">Drawing the mesh…</p>}
      {map && model ? (
        <>
          <div className="absolute top-3 left-3 flex max-w-[calc(100%-24px)] items-start gap-2">
            <MapSearch model={model} onFound={map.flyTo} />
          </div>
          <div className="absolute right-3 bottom-3 flex flex-col rounded-md border border-line bg-raised">
            <IconButton label="Zoom in" onClick={() => map.zoom(1 / 1.6)}><Plus aria-hidden="true" /></IconButton>
            <IconButton label="Zoom out" onClick={() => map.zoom(1.6)}><Minus aria-hidden="true" /></IconButton>
            <IconButton label="Show all" onClick={map.fit}><Maximize aria-hidden="true" /></IconButton>
            <MapExport map={map} />
          </div>
          <MapLegend state={state} isChosen={shown !== null} />
          {shown ? <MapPanel model={model} shown={shown} isChosen={chosen !== null} onGo={map.flyTo} onClose={() => map.choose(null)} /> : null}
        </>
      ) : null}
    </div>
  );
}

async function fetchOverview(params: string, signal: AbortSignal): Promise<Overview> {
  const response = await fetch(`/mesh/data${params ? `?${params}` : ""}`, { signal });
  if (!response.ok || !response.body) throw new Error(`The map's data answered ${response.status}.`);
  return (await new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).json()) as Overview;
}

const step = 0.12;
const moves: Record<string, (map: MapController) => void> = {
  ArrowLeft: (map) => map.pan(-step, 0),
  ArrowRight: (map) => map.pan(step, 0),
  ArrowUp: (map) => map.pan(0, step),
  ArrowDown: (map) => map.pan(0, -step),
  "+": (map) => map.zoom(1 / 1.6),
  "=": (map) => map.zoom(1 / 1.6),
  "-": (map) => map.zoom(1.6),
  "0": (map) => map.fit(),
  Escape: (map) => map.choose(null),
};

function onKey(event: KeyboardEvent, map: MapController | null) {
  const move = moves[event.key];
  if (!map || !move || event.metaKey || event.ctrlKey || event.altKey) return;
  event.preventDefault();
  move(map);
}
