import type { BlockLine } from "#lib/catalog/comparisons/lines/excerpts.ts";
import type { Block, SideBySide } from "#lib/catalog/comparisons/lines/side-by-side.ts";
import { Link } from "../ui/link.tsx";

const shownMax = 12;

type Props = { lines: SideBySide; /** Addresses of a line in either document; absent where the document has no page. */ base: ((block: Block) => string) | null; revision: ((block: Block) => string) | null };

/** The lines of both documents that a change speaks of, beside each other where there is room. */
export function SideBySideView({ lines, base, revision }: Props) {
  return (
    <div className="mt-1.5 grid grid-cols-1 overflow-hidden rounded-md border border-line bg-canvas text-xs md:grid-cols-2">
      <Side name="before" block={lines.base} href={base} tint="bg-red-tint" sign="−" />
      <Side name="after" block={lines.revision} href={revision} tint="bg-green-tint" sign="+" className="max-md:border-t md:border-l" />
    </div>
  );
}

function Side({ name, block, href, tint, sign, className = "" }: { name: string; block: Block | null; href: ((block: Block) => string) | null; tint: string; sign: string; className?: string }) {
  if (block === null) return <p className={`bg-sunken px-3 py-1.5 text-faint ${className}`}>{name === "before" ? "Not there before." : "Not there any more."}</p>;
  const place = `${block.file}:${block.line}`;
  const rest = block.lines.slice(shownMax);
  return (
    <div className={`min-w-0 ${className}`}>
      <p className="border-b border-line bg-sunken px-3 text-faint">
        <span className="sr-only">{name}: </span>
        {href ? (
          <Link look="quiet" href={href(block)} prefetch={false} className="block min-h-6 truncate font-mono leading-6" title={place}>
            {place}
          </Link>
        ) : (
          <span className="block truncate font-mono leading-6">{place}</span>
        )}
      </p>
      <Lines name={name} lines={block.lines.slice(0, shownMax)} before={null} tint={tint} sign={sign} />
      {rest.length > 0 ? (
        <details className="border-t border-dashed border-edge">
          <summary className="min-h-6 cursor-pointer px-3 leading-6 text-muted select-none">
            {rest.length} more {rest.length === 1 ? "line" : "lines"}
          </summary>
          <Lines name={name} lines={rest} before={block.lines[shownMax - 1] ?? null} tint={tint} sign={sign} />
        </details>
      ) : null}
      {block.left > 0 ? (
        <p className="border-t border-dashed border-edge px-3 leading-6 text-faint">
          and {block.left.toLocaleString("en")} more {block.left === 1 ? "line" : "lines"} {href ? <Link look="text" href={href(block)} prefetch={false}>in the document</Link> : "in the document"}
        </p>
      ) : null}
    </div>
  );
}

type LinesProps = { name: string; lines: BlockLine[]; /** The line that is shown above the first. */ before: BlockLine | null; tint: string; sign: string };

function Lines({ name, lines, before, tint, sign }: LinesProps) {
  return (
    <pre role="group" aria-label={`Lines ${name}`} className="py-1 whitespace-pre-wrap">
      <code className="block">
        {lines.map(({ at, text, own }, index) => (
          <span key={at} className={`flex pr-3 ${own ? tint : ""} ${isGap(index > 0 ? lines[index - 1] : before, at) ? "border-t border-dashed border-edge" : ""}`}>
            <span className="mr-1 min-w-11 shrink-0 pr-1 text-right text-faint select-none">{at}</span>
            <span aria-hidden="true" className="mr-1 w-3 shrink-0 text-faint select-none">
              {own ? sign : " "}
            </span>
            {/* Long lines are broken, so that what changed in them is seen without moving them. */}
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{text === "" ? " " : text}</span>
          </span>
        ))}
      </code>
    </pre>
  );
}

/** Whether lines are left out between the two. */
function isGap(above: BlockLine | null | undefined, at: number): boolean {
  return above != null && at > above.at + 1;
}
