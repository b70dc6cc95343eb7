import type { Graph } from "../graph.ts";
import { layered } from "../layered.ts";

const strokes: Record<string, string> = { call: "#0b5cad", event: "#7a2fb0", command: "#0b6a70", provides: "#8c8c97" };

/** A graph as a picture that stands alone, in columns from left to right; light, for documents. */
export function toSvg(graph: Pick<Graph, "nodes" | "edges" | "provides">, title: string): string {
  const { width, height, nodes, edges } = layered(graph);
  const lines = edges.map(({ path, flow, evidence, count }) => {
    const dash = evidence === "possible" ? ' stroke-dasharray="5 4"' : flow === "provides" ? ' stroke-dasharray="1 3"' : "";
    return `<path d="${path}" fill="none" stroke="${strokes[flow]}" stroke-opacity="0.7" stroke-width="${Math.min(4, 1 + Math.log2(count) / 2).toFixed(1)}"${dash} marker-end="url(#${flow})"/>`;
  });
  const boxes = nodes.map(({ x, y, width: w, height: h, title: name, kind, owner, distance }) => {
    const look = distance === 0 ? 'fill="#eeedfb" stroke="#4f46c8"' : 'fill="#ffffff" stroke="#d3d3d9"';
    const second = owner?.name ?? (kind === "interface" ? "interface" : "unowned");
    return `<g transform="translate(${x} ${y})"><rect width="${w}" height="${h}" rx="${kind === "interface" ? h / 2 : 6}" ${look}/><text x="${w / 2}" y="17" text-anchor="middle" font-size="12" font-weight="600" fill="#1a1a1f">${fit(name)}</text><text x="${w / 2}" y="31" text-anchor="middle" font-size="10" fill="#6a6a75">${fit(second)}</text></g>`;
  });
  const markers = Object.entries(strokes).map(([flow, colour]) => `<marker id="${flow}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="${colour}"/></marker>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, Helvetica, Arial, sans-serif"><title>${escape(title)}</title><defs>${markers.join("")}</defs><rect width="100%" height="100%" fill="#ffffff"/>${lines.join("")}${boxes.join("")}</svg>\n`;
}

function fit(text: string): string {
  return escape(text.length > 27 ? `${text.slice(0, 26).trimEnd()}…` : text);
}

// XML 1.0 has no place for most control characters, even escaped.
function escape(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
