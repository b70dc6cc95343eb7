import type { Graph } from "../graph.ts";

const columns = ["from", "to", "flow", "interface", "operation", "evidence"] as const;

/** The edges of a graph as CSV (RFC 4180), one use in each row. Texts that a spreadsheet would take for a formula are defused. */
export function toCsv({ edges }: Pick<Graph, "edges">): string {
  const rows = edges.map(({ from, to, flow, interface: contract, via, evidence }) => [from, to, flow, contract ?? "", via ?? "", evidence]);
  return [columns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
