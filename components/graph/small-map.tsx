import clsx from "clsx";
import type { SmallMap as SmallMapData } from "#lib/catalog/graph/get-small-map.ts";
import { Link } from "../ui/link.tsx";
import { toneText, type Tone } from "../ui/tone.ts";

const tones: Tone[] = ["blue", "violet", "teal", "amber", "green", "red"];

/** The mesh in small: its domains as circles and the heaviest dependencies between them. Leads to the map. */
export function SmallMap({ map }: { map: SmallMapData }) {
  const widest = Math.max(...map.lines.map(({ uses }) => uses), 1);
  const [, , width = 0] = map.box.split(" ").map(Number);
  return (
    <figure>
      <svg viewBox={map.box} role="group" aria-label="Domains of the mesh" className="max-h-56 w-full">
        {map.lines.map(({ from, to, uses }) => {
          const [a, b] = [map.circles[from], map.circles[to]];
          if (!a || !b) return null;
          const bend = [(a.x + b.x) / 2 - (b.y - a.y) * 0.16, (a.y + b.y) / 2 + (b.x - a.x) * 0.16];
          return <path key={`${from} ${to}`} d={`M${a.x} ${a.y}Q${bend[0]} ${bend[1]} ${b.x} ${b.y}`} fill="none" strokeWidth={width * (0.002 + 0.008 * (uses / widest))} className="stroke-line-strong" />;
        })}
        {map.circles.map(({ name, href, x, y, r, ends }, index) => (
          <a key={name} href={href} className={clsx("hover:opacity-80", toneText[tones[index % tones.length] ?? "grey"])}>
            <title>{`${name}: ${ends} on the map`}</title>
            <circle cx={x} cy={y} r={r} className="fill-canvas" />
            <circle cx={x} cy={y} r={r} fillOpacity={0.16} strokeOpacity={0.5} strokeWidth={width * 0.002} className="fill-current stroke-current" />
            {r > width * 0.05 ? <text x={x} y={y} textAnchor="middle" dominantBaseline="central" fontSize={Math.min(r * 0.34, width * 0.036, (r * 3) / Math.max(4, name.length))} className="fill-current font-medium">{name}</text> : null}
          </a>
        ))}
      </svg>
      <figcaption className="mt-1 text-sm">
        <Link look="text" href="/mesh">The whole mesh</Link> <span className="text-faint tabular-nums">{map.dependencies.toLocaleString("en")} dependencies</span>
      </figcaption>
    </figure>
  );
}
