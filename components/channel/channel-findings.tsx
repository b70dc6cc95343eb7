import type { ChannelFinding } from "#lib/catalog/mesh-checks/list-channel-findings.ts";
import { InlineCode } from "../source/inline-code.tsx";
import { LevelBadge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { Section } from "../ui/page-header.tsx";

/** What does not fit on a channel, the worst first; nothing where all fits. */
export function ChannelFindings({ findings }: { findings: ChannelFinding[] }) {
  if (findings.length === 0) return null;
  const order = ["error", "warning", "info"];
  return (
    <Section title="What does not fit" count={findings.length}>
      <ul className="border-t border-line">
        {[...findings].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level)).map(({ level, code, sentence, href }, index) => (
          <li key={`${code} ${index}`} className="flex items-start gap-3 border-b border-line py-2 text-sm">
            <LevelBadge level={level} />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <InlineCode text={sentence} /> {href ? <Link look="text" href={href} prefetch={false}>See it</Link> : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
