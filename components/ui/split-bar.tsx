import type { ReactNode } from "react";
import NextLink from "next/link";
import clsx from "clsx";
import { toneText, type Tone } from "./tone.ts";

export type Share = { label: string; count: number; tone: Tone; href?: string };

/** How a whole divides: one bar, and below it its table, which says the same in words and numbers. */
export function SplitBar({ title, shares }: { title: ReactNode; shares: Share[] }) {
  const total = shares.reduce((sum, share) => sum + share.count, 0);
  let at = 0;
  return (
    <figure>
      <figcaption className="mb-1.5 text-xs text-faint">{title}</figcaption>
      {total > 0 ? (
        <svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true" className="mb-2 h-2 w-full rounded-sm">
          {shares.map((share) => {
            const x = at;
            at += (share.count / total) * 100;
            return <rect key={share.label} x={x} y={0} width={Math.max(0, at - x - (at < 100 ? 0.6 : 0))} height={3} className={clsx("fill-current", toneText[share.tone])} />;
          })}
        </svg>
      ) : null}
      <dl className="text-sm">
        {shares.map((share) => (
          <div key={share.label} className="flex h-7 items-center gap-2">
            <dt className="flex min-w-0 items-center gap-2 text-muted">
              <svg viewBox="0 0 8 8" aria-hidden="true" className={clsx("size-2 shrink-0 fill-current", toneText[share.tone])}>
                <rect width="8" height="8" rx="2" />
              </svg>
              {share.href ? (
                <NextLink href={share.href} className="truncate hover:text-fg hover:underline">
                  {share.label}
                </NextLink>
              ) : (
                <span className="truncate">{share.label}</span>
              )}
            </dt>
            <dd className="ml-auto tabular-nums">{share.count.toLocaleString("en")}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
