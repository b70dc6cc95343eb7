"use client";
import { Download } from "lucide-react";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { saveFile, svgToPng } from "../graph/save-picture.ts";
import type { MapController } from "./map-controller.ts";

/** The map as it is seen now, as a picture. */
export function MapExport({ map }: { map: MapController }) {
  return (
    <Menu align="end" trigger={<IconButton label="Save the map"><Download aria-hidden="true" /></IconButton>}>
      <MenuItem onClick={() => saveFile("mesh.svg", new Blob([map.svg()], { type: "image/svg+xml" }))}>As SVG</MenuItem>
      <MenuItem onClick={() => void svgToPng(map.svg()).then((png) => saveFile("mesh.png", png))}>As PNG</MenuItem>
    </Menu>
  );
}
