import type { ReactNode } from "react";
import { Link } from "../ui/link.tsx";
import type { TeamHealth } from "#lib/catalog/teams/get-team-health.ts";

/** "3 of 12 break their specification · …", each leading to which; or that all is well. */
export function healthWords(slug: string, { total, invalid, deprecated, unconfirmed, ownerConfirmationDays }: TeamHealth): ReactNode {
  const owner = encodeURIComponent(slug);
  const faults = [
    { count: invalid, href: `/interfaces?owner=${owner}&valid=false`, words: invalid === 1 ? "breaks its specification" : "break their specification" },
    { count: deprecated, href: `/interfaces?owner=${owner}&lifecycle=deprecated`, words: "deprecated" },
    { count: unconfirmed, href: `/ownership?team=${owner}`, words: `not confirmed for ${ownerConfirmationDays} days` },
  ].filter(({ count }) => count > 0);
  if (faults.length === 0) return "All valid, none deprecated, all confirmed";
  return (
    <span className="flex flex-wrap gap-x-3">
      {faults.map(({ count, href, words }) => <Link key={href} href={href} prefetch={false} className="inline-flex min-h-6 items-center">{`${count} of ${total} ${words}`}</Link>)}
    </span>
  );
}
