import Graph from "graphology";
import Sigma from "sigma";
import { chooseMarks, type MapView, type Mark, type Marks } from "./choose-marks.ts";
import { CurvedEdgeProgram } from "./curved-edge-program.ts";
import { drawCircles, drawLabels, type Projection } from "./draw-map.ts";
import { mapColours, type MapColours, type Rgb } from "./map-colours.ts";
import { mapGraph } from "./map-graph.ts";
import type { MapModel } from "./map-model.ts";
import { mapToSvg } from "./map-to-svg.ts";
import { movingLayers, placeOf } from "./moving-layers.ts";
import { DotProgram, withoutPicking } from "./without-picking.ts";

export type Chosen = { end: number } | { group: number };
export type MapState = { level: Marks["level"]; edgeLevel: Marks["level"]; marks: number; edges: number; edgesTotal: number };
export type MapController = ReturnType<typeof createMap>;

const margin = 0.2;

/**
 * The map in a container: sigma draws dots and edges, two canvases the circles beneath and the names above. What is drawn is
 * chosen anew when the view has left what was chosen for.
 */
export function createMap(container: HTMLElement, model: MapModel, on: { hover: (chosen: Chosen | null) => void; choose: (chosen: Chosen | null) => void; change: (state: MapState) => void; reduceMotion: boolean }) {
  const extent = Math.max(model.box.x1 - model.box.x0, model.box.y1 - model.box.y0, 1);
  let colours = coloursOf(container);
  let marks: Marks = { level: "groups", edgeLevel: "groups", nodes: [], edges: [], edgesTotal: 0 };
  let covered: MapView | null = null;
  let chosen: Chosen | null = null;
  let hovered: Chosen | null = null;
  const sigma = new Sigma(new Graph({ type: "directed", multi: true }), container, {
    itemSizesReference: "positions", zoomToSizeRatioFunction: (ratio) => ratio, stagePadding: 36, renderLabels: false, zIndex: true, enableEdgeEvents: false, defaultEdgeType: "curved", enableCameraRotation: false,
    edgeProgramClasses: { curved: CurvedEdgeProgram }, defaultNodeType: "dot", nodeProgramClasses: { dot: DotProgram }, minCameraRatio: Math.min(1, 90 / extent), maxCameraRatio: 2, zoomingRatio: 1.5, zoomDuration: on.reduceMotion ? 0 : 140, doubleClickZoomingDuration: on.reduceMotion ? 0 : 140, inertiaDuration: on.reduceMotion ? 0 : 150,
    defaultDrawNodeHover: () => undefined, allowInvalidContainer: true,
  });
  withoutPicking(sigma);
  sigma.setCustomBBox({ x: [model.box.x0, model.box.x1], y: [model.box.y0, model.box.y1] });
  const beneath = sigma.createCanvas("circles", { beforeLayer: "edges" });
  const above = sigma.createCanvas("names", { afterLayer: "nodes" });
  for (const canvas of [beneath, above]) canvas.style.pointerEvents = "none";
  // Layers that the map does not use cost a frame as much as those it does.
  for (const [name, canvas] of Object.entries(sigma.getCanvases())) if (["edgeLabels", "labels", "hovers", "hoverNodes"].includes(name)) canvas.style.display = "none";

  function view(): MapView {
    const { width, height } = sigma.getDimensions();
    const { x, y, scale } = placeOf(sigma);
    return { x0: -x / scale, y0: (y - height) / scale, x1: (width - x) / scale, y1: y / scale, scale };
  }

  function focus(): Chosen | null {
    return hovered ?? chosen;
  }

  /** Chooses what is drawn; while the view stays within what was chosen for, nothing has to be. */
  function update(force = false): void {
    const now = view();
    const holds = covered !== null && !force && now.x0 >= covered.x0 && now.x1 <= covered.x1 && now.y0 >= covered.y0 && now.y1 <= covered.y1 && now.scale < covered.scale * 1.25 && now.scale > covered.scale * 0.8;
    if (holds) return;
    const [dx, dy] = [(now.x1 - now.x0) * margin, (now.y1 - now.y0) * margin];
    covered = { x0: now.x0 - dx, x1: now.x1 + dx, y0: now.y0 - dy, y1: now.y1 + dy, scale: now.scale };
    marks = chooseMarks(model, covered, focus());
    // From afar there is no dot, and a layer without any need not be shown.
    const dots = sigma.getCanvases()["nodes"];
    if (dots) dots.style.display = marks.nodes.some(({ kind }) => kind === "end" || kind === "interface") ? "" : "none";
    sigma.setGraph(mapGraph(marks, colours, focus(), extent, now.scale));
    on.change({ level: marks.level, edgeLevel: marks.edgeLevel, marks: marks.nodes.length + marks.edges.length, edges: marks.edges.length, edgesTotal: marks.edgesTotal });
  }

  /** Whether the middle of the view is beyond what was chosen for. */
  function hasLeft(): boolean {
    const now = view();
    const [x, y] = [(now.x0 + now.x1) / 2, (now.y0 + now.y1) / 2];
    return covered === null || x < covered.x0 || x > covered.x1 || y < covered.y0 || y > covered.y1 || now.scale > covered.scale * 3 || now.scale < covered.scale / 3;
  }

  function faded() {
    const now = focus();
    if (!now) return null;
    const own = "end" in now ? model.ends[now.end]?.key : model.groups[now.group]?.key;
    return { ...now, near: new Set([own ?? "", ...marks.edges.flatMap(({ from, to }) => [from, to])]) };
  }

  function projection(): Projection {
    const { width, height } = sigma.getDimensions();
    const { x, y, scale } = placeOf(sigma);
    return { at: (spot) => ({ x: x + spot.x * scale, y: y - spot.y * scale }), scale, width, height };
  }

  function draw(): void {
    const at = projection();
    const ratio = window.devicePixelRatio || 1;
    const dim = faded();
    for (const [canvas, paint] of [[beneath, drawCircles], [above, drawLabels]] as const) {
      const [width, height] = [Math.round(at.width * ratio), Math.round(at.height * ratio)];
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      canvas.style.width = `${at.width}px`;
      canvas.style.height = `${at.height}px`;
      const context = canvas.getContext("2d");
      if (!context) continue;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, at.width, at.height);
      paint(context, model, marks, at, colours, dim);
    }
  }

  function hit(x: number, y: number): Chosen | null {
    const place = placeOf(sigma);
    const { scale } = place;
    const spot = { x: (x - place.x) / scale, y: (place.y - y) / scale };
    let best: { mark: Mark; away: number } | null = null;
    for (const mark of marks.nodes) {
      const away = Math.hypot(mark.x - spot.x, mark.y - spot.y) * scale;
      const reach = mark.kind === "end" ? Math.max(mark.r * scale, 7) : mark.r * scale;
      // The smallest thing under the pointer is meant.
      if (away <= reach && mark.kind !== "interface" && (!best || rank(mark) < rank(best.mark) || (rank(mark) === rank(best.mark) && away < best.away))) best = { mark, away };
    }
    return best ? (best.mark.kind === "end" ? { end: best.mark.index } : { group: best.mark.index }) : null;
  }

  const same = (a: Chosen | null, b: Chosen | null) => JSON.stringify(a) === JSON.stringify(b);
  function hover(next: Chosen | null): void {
    // Groups show their edges when they are chosen: wherever the pointer rests there is one.
    const shown = next && "end" in next ? next : null;
    container.style.cursor = next ? "pointer" : "";
    on.hover(next);
    if (same(shown, hovered)) return;
    hovered = shown;
    update(true);
  }
  function choose(next: Chosen | null): void {
    chosen = next;
    hovered = null;
    on.choose(next);
    update(true);
  }

  const captor = sigma.getMouseCaptor();
  captor.on("mousemovebody", ({ x, y, original }) => {
    if (captor.isMoving || !(original.target instanceof Node) || !container.contains(original.target)) return;
    hover(hit(x, y));
  });
  captor.on("mouseleave", () => hover(null));
  captor.on("click", ({ x, y }) => choose(hit(x, y)));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let choseAt = 0;
  sigma.getCamera().on("updated", () => {
    // While it moves, what is drawn stays as long as it can: choosing anew is for the eye that rests.
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      update();
      layers.settle();
    }, 110);
    if (performance.now() - choseAt < 400) return;
    choseAt = performance.now();
    if (hasLeft()) update();
  });
  sigma.on("afterRender", draw);
  const layers = movingLayers(sigma, ["edges", "nodes"], draw);
  sigma.on("resize", () => update(true));
  // Only after a first frame does sigma know where things are.
  sigma.refresh();
  update(true);

  const camera = sigma.getCamera();
  const flight = { duration: on.reduceMotion ? 1 : 350 };
  return {
    model,
    choose,
    /** Goes to a thing so that it can be read, and chooses it. */
    flyTo(target: Chosen) {
      const spot = "end" in target ? model.ends[target.end] : model.groups[target.group];
      if (!spot) return;
      const { at, scale } = projection();
      const { x, y } = sigma.viewportToFramedGraph(at(spot));
      const wanted = "end" in target ? Math.min(camera.ratio, (scale * camera.ratio) / (15 / spot.r)) : (spot.r * 2.5) / extent;
      choose(target);
      void camera.animate({ x, y, ratio: camera.getBoundedRatio(wanted) }, flight);
    },
    zoom: (by: number) => void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * by) }, flight),
    pan: (x: number, y: number) => void camera.animate({ x: camera.x + x * camera.ratio, y: camera.y + y * camera.ratio }, flight),
    fit: () => void camera.animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, flight),
    recolour() {
      colours = coloursOf(container);
      update(true);
    },
    svg: () => mapToSvg(model, marks, projection(), colours),
    /** For measuring: draws one frame and says how long it took. */
    frame() {
      const started = performance.now();
      sigma.refresh({ skipIndexation: true });
      return performance.now() - started;
    },
    end() {
      clearTimeout(waiting);
      layers.end();
      sigma.kill();
    },
  };
}

const rank = ({ kind }: Mark) => ["interface", "end", "part", "group"].indexOf(kind);

function coloursOf(container: HTMLElement): MapColours {
  const { color, backgroundColor } = getComputedStyle(container);
  const muted = getComputedStyle(container.querySelector("[data-muted]") ?? container).color;
  const canvas = rgbOf(backgroundColor);
  return mapColours(canvas[0] + canvas[1] + canvas[2] < 380, { canvas, fg: rgbOf(color), muted: rgbOf(muted) });
}

function rgbOf(colour: string): Rgb {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [r, g, b];
}
