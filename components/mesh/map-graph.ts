import Graph from "graphology";
import type { Chosen } from "./map-controller.ts";
import type { Marks } from "./choose-marks.ts";
import { edgeLooks } from "./edge-look.ts";
import { css, over, type MapColours } from "./map-colours.ts";

/** What sigma draws of the marks: dots in the colour of their group; groups themselves are no more than where their edges end. */
export function mapGraph(marks: Marks, colours: MapColours, focus: Chosen | null, extent: number, scale: number): Graph {
  const graph = new Graph({ type: "directed", multi: true });
  const ends = new Set(marks.edges.flatMap(({ from, to }) => [from, to]));
  const near = focus ? ends : null;
  const radius = new Map<string, number>();
  for (const mark of marks.nodes) {
    const isGroup = mark.kind === "group" || mark.kind === "part";
    // Their circles are painted beneath: here they are only where edges end.
    if (isGroup && !ends.has(mark.key)) continue;
    const isFocus = focus !== null && "end" in focus && mark.kind === "end" && mark.index === focus.end;
    const { dot } = colours.group(mark.hue);
    const dims = near !== null && !near.has(mark.key) && !isFocus;
    const plain = mark.kind === "interface" ? over(colours.canvas, dot, 0.72) : dot;
    // Never smaller than two pixels.
    const size = isGroup ? 0 : Math.max(mark.kind === "interface" ? mark.r : mark.r * 0.86, 2 / scale);
    radius.set(mark.key, isGroup ? mark.r : size);
    graph.addNode(mark.key, { x: mark.x, y: mark.y, size, color: isGroup ? "rgba(0, 0, 0, 0)" : css(isFocus ? colours.fg : dims ? over(plain, colours.canvas, 0.32) : plain), zIndex: mark.kind === "interface" ? 2 : 1 });
  }
  const looks = edgeLooks(marks, colours);
  // A map as small as on a phone has thinner lines.
  const thin = Math.min(1, Math.max(0.4, (extent * scale) / 600));
  for (const [index, bundle] of marks.edges.entries()) {
    const { colour, alpha, width } = looks[index] ?? { colour: colours.muted, alpha: 0.3, width: 1 };
    graph.addDirectedEdge(bundle.from, bundle.to, {
      type: "curved", size: width * thin, color: css(colour, alpha), dashed: bundle.possible,
      sourceRadius: (radius.get(bundle.from) ?? 0) / extent, targetRadius: (radius.get(bundle.to) ?? 0) / extent,
    });
  }
  return graph;
}
