import type { Marks } from "./choose-marks.ts";
import { drawCircles, drawLabels, type Projection } from "./draw-map.ts";
import { css, type MapColours } from "./map-colours.ts";
import { edgeLooks } from "./edge-look.ts";
import type { MapModel } from "./map-model.ts";

/** The map as it is seen now, as a picture that stands alone. Names are escaped: they come from documents. */
export function mapToSvg(model: MapModel, marks: Marks, projection: Projection, colours: MapColours): string {
  const { width, height, at, scale } = projection;
  const spots = new Map(marks.nodes.map((mark) => [mark.key, { ...at(mark), r: mark.r * scale, isGroup: mark.kind === "group" || mark.kind === "part" }]));
  const looks = edgeLooks(marks, colours);
  const lines = marks.edges.flatMap((edge, index) => {
    const look = looks[index];
    const [from, to] = [spots.get(edge.from), spots.get(edge.to)];
    if (!from || !to || !look) return [];
    const bend = { x: (from.x + to.x) / 2 + (to.y - from.y) * 0.16, y: (from.y + to.y) / 2 - (to.x - from.x) * 0.16 };
    const [a, b] = [towards(from, bend), towards(to, bend)];
    return [`<path d="M${n(a.x)} ${n(a.y)}Q${n(bend.x)} ${n(bend.y)} ${n(b.x)} ${n(b.y)}" fill="none" stroke="${css(look.colour, look.alpha)}" stroke-width="${n(look.width)}"${edge.possible ? ' stroke-dasharray="5 4"' : ""}/>`];
  });
  const dots = marks.nodes.flatMap((mark) => {
    const spot = spots.get(mark.key);
    if (!spot || spot.isGroup) return [];
    return [`<circle cx="${n(spot.x)}" cy="${n(spot.y)}" r="${n(Math.max(1.5, spot.r * 0.86))}" fill="${css(colours.group(mark.hue).dot)}"/>`];
  });
  const circles = recorded((context) => drawCircles(context, model, marks, projection, colours, null));
  const names = recorded((context) => drawLabels(context, model, marks, projection, colours, null));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}"><rect width="100%" height="100%" fill="${css(colours.canvas)}"/>${circles}${lines.join("")}${dots.join("")}${names}</svg>\n`;
}

function towards(from: { x: number; y: number; r: number }, to: { x: number; y: number }) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const part = Math.min(0.9, from.r / length);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** What was painted on a canvas, as SVG: only the few calls that circles and names are made of. */
function recorded(paint: (context: CanvasRenderingContext2D) => void): string {
  const out: string[] = [];
  const real = document.createElement("canvas").getContext("2d");
  let arc = { x: 0, y: 0, r: 0 };
  const record = {
    font: "", fillStyle: "", strokeStyle: "", lineWidth: 1, textAlign: "", textBaseline: "", lineJoin: "",
    beginPath() {},
    arc(x: number, y: number, r: number) { arc = { x, y, r }; },
    fill() { out.push(`<circle cx="${n(arc.x)}" cy="${n(arc.y)}" r="${n(arc.r)}" fill="${this.fillStyle}"/>`); },
    stroke() { out.push(`<circle cx="${n(arc.x)}" cy="${n(arc.y)}" r="${n(arc.r)}" fill="none" stroke="${this.strokeStyle}"/>`); },
    strokeText() {},
    fillText(text: string, x: number, y: number) {
      const [, weight, size] = /^(\d+) ([\d.]+)px/.exec(this.font) ?? [];
      out.push(`<text x="${n(x)}" y="${n(y)}" text-anchor="middle" dominant-baseline="central" font-family="Inter, Helvetica, Arial, sans-serif" font-weight="${weight}" font-size="${size}" fill="${this.fillStyle}" paint-order="stroke" stroke="${this.strokeStyle}" stroke-width="3">${escape(text)}</text>`);
    },
    measureText(text: string) {
      if (real) real.font = this.font;
      return real?.measureText(text) ?? { width: text.length * 7 };
    },
  };
  paint(record as unknown as CanvasRenderingContext2D);
  return out.join("");
}

const n = (value: number) => String(Math.round(value * 10) / 10);

function escape(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
