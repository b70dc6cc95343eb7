import type { ReactNode } from "react";

export type Column = { /** Under the column, and in the table. */ label: string; count: number };

const columnWidth = 10;
const gap = 4;
const height = 40;

/** Counts over time as columns, with their table folded below. The newest column is the right one. */
export function ColumnChart({ title, columns, noun }: { title: ReactNode; columns: Column[]; noun: string }) {
  const most = Math.max(1, ...columns.map((column) => column.count));
  const width = columns.length * (columnWidth + gap) - gap;
  const total = columns.reduce((sum, column) => sum + column.count, 0);
  return (
    <figure>
      <figcaption className="mb-2 flex items-baseline justify-between gap-3 text-xs text-faint">
        <span>{title}</span>
        <span className="tabular-nums">{`${total.toLocaleString("en")} in ${columns.length} weeks`}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height + 1}`} preserveAspectRatio="none" aria-hidden="true" className="h-14 w-full">
        {columns.map((column, index) => {
          const size = column.count === 0 ? 0 : Math.max(1.5, (column.count / most) * height);
          return (
            <g key={column.label} className={index === columns.length - 1 ? "text-accent" : "text-edge"}>
              <title>{`${column.label}: ${column.count}`}</title>
              <rect x={index * (columnWidth + gap)} y={0} width={columnWidth} height={height} className="fill-transparent" />
              <rect x={index * (columnWidth + gap)} y={height - size} width={columnWidth} height={size} className="fill-current" />
            </g>
          );
        })}
        <rect x={0} y={height} width={width} height={0.6} className="fill-line-strong" />
      </svg>
      <p aria-hidden="true" className="mt-1 flex justify-between text-xs text-faint">
        <span>{columns[0]?.label}</span>
        <span>{columns.at(-1)?.label}</span>
      </p>
      <details className="mt-1 text-xs text-faint">
        <summary className="inline-block hover:text-fg hover:underline">As a table</summary>
        <table className="mt-2 text-xs tabular-nums">
          <thead>
            <tr>
              <th scope="col" className="pr-6 text-left font-medium">Week of</th>
              <th scope="col" className="text-right font-medium">{noun}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.label}>
                <td className="pr-6">{column.label}</td>
                <td className="text-right">{column.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
