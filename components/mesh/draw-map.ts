import { css, type MapColours } from "./map-colours.ts";
import type { Marks } from "./choose-marks.ts";
import type { MapModel } from "./map-model.ts";

/** From the map's units to pixels of the canvas. */
export type Projection = { at: (spot: { x: number; y: number }) => { x: number; y: number }; scale: number; width: number; height: number };
type Label = { text: string; x: number; y: number; font: string; colour: string; priority: number; weight: number; caps?: boolean };
type Faded = { end?: number; group?: number; near: ReadonlySet<string> } | null;

const font = '"Inter Variable", system-ui, sans-serif';

/** Circles beneath everything: one for each group, and for its parts where they can be told apart. */
export function drawCircles(context: CanvasRenderingContext2D, model: MapModel, marks: Marks, { at, scale }: Projection, colours: MapColours, faded: Faded): void {
  for (const mark of marks.nodes) {
    if (mark.kind !== "group" && mark.kind !== "part") continue;
    const { x, y } = at(mark);
    const r = mark.r * scale;
    const { fill, dot } = colours.group(mark.hue);
    const dim = faded !== null && !faded.near.has(mark.key) ? 0.45 : 1;
    context.beginPath();
    context.arc(x, y, r, 0, Math.PI * 2);
    if (mark.kind === "group") {
      context.fillStyle = css(fill, (colours.dark ? 0.085 : 0.095) * dim);
      context.fill();
      context.strokeStyle = css(dot, (colours.dark ? 0.3 : 0.28) * dim);
      context.lineWidth = 1;
      context.stroke();
    } else if (r > 3) {
      context.fillStyle = css(fill, (marks.level === "parts" ? 0.3 : colours.dark ? 0.1 : 0.12) * dim);
      context.fill();
    }
  }
}

/** Names, the most important first, each only where it touches no other. */
export function drawLabels(context: CanvasRenderingContext2D, model: MapModel, marks: Marks, projection: Projection, colours: MapColours, faded: Faded): void {
  const taken: { x0: number; y0: number; x1: number; y1: number }[] = [];
  const labels = labelsOf(model, marks, projection, colours, faded).sort((a, b) => a.priority - b.priority || b.weight - a.weight);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  let drawn = 0;
  for (const label of labels) {
    if (drawn >= 170) break;
    context.font = label.font;
    const half = widthOf(context, label.text, label.font) / 2 + 3;
    const box = { x0: label.x - half, y0: label.y - 8, x1: label.x + half, y1: label.y + 8 };
    if (box.x1 < 0 || box.y1 < 0 || box.x0 > projection.width || box.y0 > projection.height) continue;
    if (taken.some((other) => box.x0 < other.x1 && box.x1 > other.x0 && box.y0 < other.y1 && box.y1 > other.y0)) continue;
    taken.push(box);
    drawn += 1;
    context.strokeStyle = css(colours.canvas, 0.86);
    context.lineWidth = 3.5;
    context.strokeText(label.text, label.x, label.y);
    context.fillStyle = label.colour;
    context.fillText(label.text, label.x, label.y);
  }
}

function labelsOf(model: MapModel, marks: Marks, { at, scale, width, height }: Projection, colours: MapColours, faded: Faded): Label[] {
  return marks.nodes.flatMap((mark): Label[] => {
    const { x, y } = at(mark);
    const r = mark.r * scale;
    const { text } = colours.group(mark.hue);
    const near = faded?.near.has(mark.key) ?? false;
    const dim = faded !== null && !near ? 0.35 : 1;
    if (mark.kind === "group") {
      const group = model.groups[mark.index];
      if (!group || r < 18 || (model.groups.length === 1 && group.slug === null)) return [];
      // The name stays in sight as long as any of its circle is.
      const top = Math.min(Math.max(y - r - 9, Math.min(14, y + r)), height - 10);
      const left = Math.min(Math.max(x, 60), width - 60);
      if (Math.hypot(left - x, top - y) > r + 16) return [];
      const size = r > 220 ? 15 : r > 90 ? 13 : 12;
      return [{ text: clip(group.name, 34), x: left, y: top, font: `600 ${size}px ${font}`, colour: css(text, dim), priority: 0, weight: r }];
    }
    if (mark.kind === "part") {
      const group = model.groups[mark.index];
      if (!group || r < (marks.level === "parts" ? 15 : 24)) return [];
      const inside = marks.level === "parts";
      return [{ text: clip(group.name, inside ? Math.max(6, Math.floor(r / 3)) : 30), x, y: inside ? y : y - r + 1, font: `500 ${inside ? 11 : 11.5}px ${font}`, colour: css(text, (inside ? 0.95 : 0.9) * dim), priority: near ? 1 : 2, weight: r }];
    }
    if (mark.kind === "interface") {
      const contract = model.interfaces[mark.index];
      if (!contract || r < 4) return [];
      return [{ text: clip(contract.slug, 32), x, y: y + r + 8, font: `400 10.5px "JetBrains Mono Variable", monospace`, colour: css(colours.muted, dim), priority: 5, weight: r }];
    }
    const end = model.ends[mark.index];
    const isChosen = faded?.end === mark.index;
    if (!end || (r < 9.5 && !near)) return [];
    return [{ text: clip(end.title, 30), x, y: y + Math.max(r, 3) + 9, font: `${isChosen ? 600 : 450} ${r > 16 ? 12.5 : 11}px ${font}`, colour: css(isChosen || near ? colours.fg : colours.muted, dim), priority: isChosen ? -1 : near ? 1 : 3, weight: end.uses + end.usedBy }];
  });
}

const widths = new Map<string, number>();
function widthOf(context: CanvasRenderingContext2D, text: string, at: string): number {
  const key = `${at} ${text}`;
  const known = widths.get(key) ?? context.measureText(text).width;
  if (widths.size > 5000) widths.clear();
  widths.set(key, known);
  return known;
}

export function clip(text: string, chars: number): string {
  return text.length > chars ? `${text.slice(0, Math.max(1, chars - 1)).trimEnd()}…` : text;
}
