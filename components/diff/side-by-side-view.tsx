import type { Block, SideBySide } from "#lib/catalog/comparisons/side-by-side.ts";
import { Link } from "../ui/link.tsx";

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
      <pre tabIndex={0} aria-label={`Lines ${name}`} className="overflow-x-auto py-1 -outline-offset-2">
        <code className="block w-max min-w-full">
          {block.lines.map(({ at, text, own }, index) => (
            <span key={at} className={`block pr-4 ${own ? tint : ""} ${index > 0 && at > (block.lines[index - 1]?.at ?? 0) + 1 ? "border-t border-dashed border-edge" : ""}`}>
              <span className="mr-2 inline-block min-w-11 pr-1 text-right text-faint select-none">{at}</span>
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
