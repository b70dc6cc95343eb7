import type { VersionSummary } from "#lib/catalog/versions/list-versions.ts";
import { comparisonUrl } from "#lib/catalog/urls/comparison-url.ts";
import { levelTone, toneText } from "../ui/tone.ts";

const step = 26;
const shownMax = 40;

/** Versions of a line as marks, the oldest at the left: a square breaks, a triangle is risky, a dot is compatible. The table beneath says the same. */
export function VersionTimeline({ slug, line, versions, legend }: { slug: string; line: string; versions: VersionSummary[]; /** Says what the marks mean. */ legend: boolean }) {
  const own = versions.filter((version) => version.line === line).slice(0, shownMax).reverse();
  if (own.length < 2) return null;
  const width = own.length * step;
  return (
    <figure className="mb-5 overflow-x-auto [scrollbar-width:thin]">
      <figcaption className="mb-1 text-xs text-faint">
        {line === "default" ? "History" : `History of ${line}`}
        {legend ? ": ■ breaking, ▲ risky, ● compatible" : null}
      </figcaption>
      <svg viewBox={`0 0 ${width} 30`} width={width} height={30} role="group" aria-label={`The newest ${own.length} versions with their verdicts`} className="max-w-none">
        <line x1={step / 2} x2={width - step / 2} y1={10} y2={10} className="stroke-line-strong" strokeWidth={1.5} />
        {own.map((version, index) => {
          const x = index * step + step / 2;
          const verdict = version.tally?.verdict ?? null;
          return (
            <a key={version.id} href={version.tally ? comparisonUrl({ slug, line, to: version.sequence }) : `/interfaces/${encodeURIComponent(slug)}/versions/${version.sequence}${line === "default" ? "" : `?line=${encodeURIComponent(line)}`}`} className={toneText[verdict === null ? "grey" : levelTone(verdict)]} aria-label={`Version ${version.sequence}, ${version.label}${verdict === null ? "" : `, ${verdict}`}`}>
              <title>{`v${version.sequence} ${version.label}${verdict === null ? "" : `: ${verdict}`}`}</title>
              <rect x={x - step / 2} y={0} width={step} height={30} className="fill-transparent" />
              <Mark x={x} verdict={verdict} />
              <text x={x} y={27} textAnchor="middle" className="fill-faint text-[10px]">
                {version.sequence}
              </text>
            </a>
          );
        })}
      </svg>
    </figure>
  );
}

function Mark({ x, verdict }: { x: number; verdict: string | null }) {
  if (verdict === "breaking") return <rect x={x - 5} y={5} width={10} height={10} className="fill-current" />;
  if (verdict === "risky") return <path d={`M${x} 4 L${x + 6} 15 H${x - 6} Z`} className="fill-current" />;
  if (verdict === "compatible") return <circle cx={x} cy={10} r={4.5} className="fill-current" />;
  return <circle cx={x} cy={10} r={4} className="fill-canvas stroke-current" strokeWidth={1.5} />;
}
