import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { type MeshLine, meshLines } from "../../lib/catalog/graph/testing.ts";
import { smallMesh } from "./small-mesh.ts";

/** The mesh to measure: of a generator (`*.mjs`, run with the number of services and a seed), of a file it has printed, or our own. */
export function readMesh(source: string | undefined, services: number, seed: number): MeshLine[] {
  if (!source) return smallMesh(services, seed);
  if (/\.m?js$/.test(source)) return meshLines(execFileSync(process.execPath, [source, String(services), String(seed)], { encoding: "utf8", maxBuffer: 1024 ** 3 }));
  return meshLines(readFileSync(source, "utf8"));
}
