import type { Bundle, Marks } from "./choose-marks.ts";
import type { MapColours, Rgb } from "./map-colours.ts";

/** How one line is drawn, beside the others: `part` is its share of the heaviest. */
export type EdgeLook = { colour: Rgb; alpha: number; width: number };

/** Looks of all lines. Many lines are fainter and thinner, so that together they darken the page no more than few. */
export function edgeLooks({ edges, nodes }: Marks, colours: MapColours): EdgeLook[] {
  const heaviest = edges.reduce((most, { uses }) => Math.max(most, uses), 1);
  const hues = new Map(nodes.map(({ key, hue }) => [key, hue]));
  const crowd = Math.min(1, 60 / (edges.length + 1));
  return edges.map((edge) => {
    const part = Math.sqrt(edge.uses / heaviest);
    const width = (heaviest === 1 ? 1.3 : 0.9 + 3.6 * part) * (edge.role ? 1 : 0.75 + 0.25 * crowd);
    const alpha = edge.role ? 0.45 + 0.35 * part : Math.min(0.62, (colours.dark ? 0.2 : 0.16) + 0.24 * part * part + 0.24 * crowd);
    return { colour: colourOf(edge, colours, hues.get(edge.from) ?? 0), alpha, width };
  });
}

/** What the chosen thing uses, who uses it, or else the colour of who depends. */
function colourOf({ role }: Bundle, colours: MapColours, hue: number): Rgb {
  return role === "uses" ? colours.uses : role === "used" ? colours.used : colours.group(hue).line;
}
