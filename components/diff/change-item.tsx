import type { SideBySide } from "#lib/catalog/comparisons/lines/side-by-side.ts";
import type { ViewedChange } from "#lib/catalog/comparisons/view-comparison.ts";
import { findRule } from "#lib/spec/diff/rules/list-rules.ts";
import { InlineCode } from "../source/inline-code.tsx";
import { LevelBadge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { SideBySideView } from "./side-by-side-view.tsx";

/** Whom a change touches, by ordinal. */
export type Touched = ReadonlyMap<number, { title: string; href: string; effect: "broken" | "at risk" }[]>;
export type ChangeLinks = { /** Address of one change. */ change: ((ordinal: number) => string) | null; /** Where it is talked about. */ discuss?: (ordinal: number) => string; base: ((block: { file: string; line: number }) => string) | null; revision: ((block: { file: string; line: number }) => string) | null };

const namedMax = 6;

/** One change: how bad, what, why that is so, whom it touches, and its lines in both documents. */
export function ChangeItem({ change, lines, touched, links, chosen = false }: { change: ViewedChange; lines: SideBySide | undefined; touched: Touched; links: ChangeLinks; chosen?: boolean }) {
  const rule = findRule(change.rule);
  const whom = touched.get(change.ordinal) ?? [];
  return (
    <li id={`change-${change.ordinal}`} className={`scroll-mt-20 border-b border-line py-2.5 text-sm [contain-intrinsic-block-size:auto_120px] [content-visibility:auto] ${chosen ? "-mx-3 rounded-md bg-accent-tint px-3" : ""}`}>
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <LevelBadge level={change.level} />
        <p className="min-w-0 flex-1 basis-64 [overflow-wrap:anywhere]">
          <InlineCode text={change.message} />
        </p>
        {links.discuss ? (
          <Link look="quiet" href={links.discuss(change.ordinal)} prefetch={false} aria-label={`Discuss change ${change.ordinal}`} className="px-1 text-xs leading-6 text-faint">
            Discuss
          </Link>
        ) : null}
        {links.change ? (
          <Link look="quiet" href={links.change(change.ordinal)} prefetch={false} aria-label={`Link to change ${change.ordinal}`} className="px-1 font-mono text-xs leading-6 text-faint">
            #{change.ordinal}
          </Link>
        ) : null}
      </div>
      <p className="mt-0.5 max-w-[90ch] text-xs text-muted">
        {rule ? rule.reason : null} {rule?.instead && change.level !== "info" ? rule.instead : null}{" "}
        <code className="text-faint [overflow-wrap:anywhere]">{change.rule}</code>
        {change.levelOfRule ? ` · ${change.levelOfRule} by itself; here ${change.level}: ${change.levelReason ?? ""}` : null}
      </p>
      {whom.length > 0 ? (
        <p className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
          <span className="text-faint">touches</span>
          {whom.slice(0, namedMax).map(({ title, href, effect }) => (
            <span key={href} className={effect === "broken" ? "text-red" : "text-amber"}>
              <Link look="bare" href={href} prefetch={false} className="underline decoration-1 underline-offset-3">
                {title}
              </Link>{" "}
              {effect}
            </span>
          ))}
          {whom.length > namedMax ? <span className="text-faint">and {whom.length - namedMax} more</span> : null}
        </p>
      ) : null}
      {lines && (lines.base ?? lines.revision) ? <SideBySideView lines={lines} base={links.base} revision={links.revision} /> : null}
    </li>
  );
}
