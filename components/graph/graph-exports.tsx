"use client";
import { Download } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { saveFile, svgToPng } from "./save-picture.ts";

const texts = [
  { as: "csv", label: "CSV" },
  { as: "json", label: "JSON" },
  { as: "svg", label: "SVG" },
  { as: "mermaid", label: "Mermaid" },
  { as: "dot", label: "Graphviz" },
] as const;

/** The graph of this address as a file. Links until scripts run, a menu then. */
export function GraphExports({ query }: { query: string }) {
  const href = (as: string) => `/api/v1/graph?${query}&limit=500&as=${as}`;
  return (
    <>
      <Menu align="end" trigger={<Button size="sm" icon={<Download aria-hidden="true" />}>Export</Button>}>
        {texts.map(({ as, label }) => <MenuItem key={as} onClick={() => window.location.assign(href(as))}>{label}</MenuItem>)}
        <MenuItem onClick={() => void savePng(href("svg"))}>PNG</MenuItem>
      </Menu>
      <noscript>
        {texts.map(({ as, label }) => <a key={as} href={href(as)} className="ml-2 text-sm text-accent underline">{label}</a>)}
      </noscript>
    </>
  );
}

async function savePng(address: string) {
  const response = await fetch(address);
  if (response.ok) saveFile("mesh.png", await svgToPng(await response.text()));
}
