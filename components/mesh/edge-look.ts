import type { Bundle, Marks } from "./choose-marks.ts";
import type { MapColours, Rgb } from "./map-colours.ts";

/** What the chosen thing uses, who uses it, or any other. */
export function colourOf({ role }: Bundle, colours: MapColours): Rgb {
  return role === "uses" ? colours.uses : role === "used" ? colours.used : colours.dark ? [150, 156, 178] : [96, 102, 128];
}

export function widthOf(uses: number): number {
  return Math.min(9, 0.9 + Math.log2(uses) * 0.62);
}

/** Many lines are fainter, so that together they darken the page no more than few. */
export function alphaOf(marks: Marks, { uses }: Bundle): number {
  return Math.min(0.6, 0.16 + 9 / (marks.edges.length + 20) + Math.log2(uses) * 0.012);
}
