import type { Block, SideBySide } from "#lib/catalog/comparisons/side-by-side.ts";
import { Link } from "../ui/link.tsx";
import { type MarkedLine, markLines } from "./marked-lines.ts";

type Props = { lines: SideBySide; /** Addresses of a line in either document; absent where the document has no page. */ base: ((block: Block) => string) | null; revision: ((block: Block) => string) | null };

/** The lines of both documents that a change speaks of, beside each other where there is room. */
export function SideBySideView({ lines, base, revision }: Props) {
  const marked = markLines(lines.base?.lines ?? [], lines.revision?.lines ?? []);
  return (
    <div className="mt-1.5 grid grid-cols-1 overflow-hidden rounded-md border border-line text-xs md:grid-cols-2">
      <Side name="before" block={lines.base} lines={marked.base} href={base} tint="bg-red-tint" sign="−" />
      <Side name="after" block={lines.revision} lines={marked.revision} href={revision} tint="bg-green-tint" sign="+" className="max-md:border-t md:border-l" />
    </div>
  );
}

function Side({ name, block, lines, href, tint, sign, className = "" }: { name: string; block: Block | null; lines: MarkedLine[]; href: ((block: Block) => string) | null; tint: string; sign: string; className?: string }) {
  if (block === null) return <p className={`bg-sunken px-3 py-1.5 text-faint ${className}`}>{name === "before" ? "Not there before." : "Not there any more."}</p>;
  const place = `${block.file}:${block.line.toLocaleString("en")}`;
  return (
    <div className={`min-w-0 ${className}`}>
      <p className="flex items-center gap-2 border-b border-line bg-sunken px-3 text-faint">
        <span className="sr-only">{name}: </span>
        {href ? (
          <Link look="quiet" href={href(block)} prefetch={false} className="min-h-6 truncate font-mono leading-6">
            {place}
          </Link>
        ) : (
          <span className="truncate font-mono leading-6">{place}</span>
        )}
      </p>
      <pre tabIndex={0} aria-label={`Lines ${name}`} className="overflow-x-auto py-1 -outline-offset-2">
        <code className="block w-max min-w-full">
          {lines.map(({ text, own }, index) => (
            <span key={index} className={`block pr-4 ${own ? tint : ""}`}>
              <span className="mr-2 inline-block w-12 pr-1 text-right text-faint select-none">{block.from + index}</span>
              <span aria-hidden="true" className="mr-1 inline-block w-3 text-faint select-none">
                {own ? sign : " "}
              </span>
              {text === "" ? " " : text}
            </span>
          ))}
        </code>
      </pre>
    </div>
  );
}
