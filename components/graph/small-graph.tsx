import type { Bow, BowEnd } from "#lib/catalog/graph/walk/find-bow.ts";
import { Link } from "../ui/link.tsx";

const row = 30;
const [width, side, middle] = [640, 200, 150];

/** Who uses a thing, it, and what it uses: drawn without a script, each end a link. Nothing where there is nothing to draw. */
export function SmallGraph({ bow, usersTitle = "Used by", usedTitle = "Uses" }: { bow: Omit<Bow, "href"> & { href: string | null }; usersTitle?: string; usedTitle?: string }) {
  if (bow.usersTotal + bow.usedTotal === 0) return null;
  const rows = Math.max(bow.users.length + more(bow.users, bow.usersTotal), bow.used.length + more(bow.used, bow.usedTotal), 1);
  const height = rows * row + 22;
  return (
    <figure>
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={`Dependencies of ${bow.title}`} className="w-full max-w-[640px] text-xs">
        <text x={side / 2} y={11} textAnchor="middle" className="fill-faint">{usersTitle} {bow.usersTotal.toLocaleString("en")}</text>
        <text x={width - side / 2} y={11} textAnchor="middle" className="fill-faint">{usedTitle} {bow.usedTotal.toLocaleString("en")}</text>
        <g transform="translate(0 22)">
          <Side ends={bow.users} total={bow.usersTotal} x={0} rows={rows} line={(y) => curve(side, y, (width - middle) / 2, (rows * row) / 2)} more={bow.href} />
          <Side ends={bow.used} total={bow.usedTotal} x={width - side} rows={rows} line={(y) => curve((width + middle) / 2, (rows * row) / 2, width - side, y)} more={bow.href} />
          <rect x={(width - middle) / 2} y={(rows * row) / 2 - 15} width={middle} height={30} rx={6} className="fill-accent-tint stroke-accent" />
          <text x={width / 2} y={(rows * row) / 2 + 4} textAnchor="middle" className="fill-fg font-medium">{clip(bow.title, 22)}</text>
        </g>
      </svg>
      {bow.href ? (
        <figcaption className="mt-1 text-sm">
          <Link look="text" href={bow.href} prefetch={false} className="inline-flex min-h-6 items-center">Explore in the mesh</Link>
        </figcaption>
      ) : null}
    </figure>
  );
}

function Side({ ends, total, x, rows, line, more: href }: { ends: BowEnd[]; total: number; x: number; rows: number; line: (y: number) => string; more: string | null }) {
  const all: { title: string; href: string | null; uses: number }[] = ends.length < total ? [...ends, { title: `and ${(total - ends.length).toLocaleString("en")} more`, href, uses: 0 }] : ends;
  const top = ((rows - all.length) * row) / 2;
  return all.map(({ title, href: to, uses }, index) => {
    const y = top + index * row + row / 2;
    return (
      <g key={`${to} ${title}`}>
        {uses > 0 ? <path d={line(y)} fill="none" strokeWidth={Math.min(4, 1 + Math.log2(uses) / 2)} className="stroke-line-strong" /> : null}
        <a href={to ?? undefined}>
          <title>{uses > 1 ? `${title}: ${uses} uses` : title}</title>
          <rect x={x + 0.5} y={y - 12} width={side - 1} height={24} rx={5} className="fill-canvas stroke-line hover:fill-hover" />
          <text x={x + side / 2} y={y + 4} textAnchor="middle" className={uses > 0 ? "fill-fg" : "fill-muted"}>{clip(title, 30)}</text>
        </a>
      </g>
    );
  });
}

function more(ends: BowEnd[], total: number): number {
  return ends.length < total ? 1 : 0;
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
  const middleX = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middleX} ${y1} ${middleX} ${y2} ${x2} ${y2}`;
}

function clip(text: string, chars: number): string {
  return text.length > chars ? `${text.slice(0, chars - 1).trimEnd()}…` : text;
}
