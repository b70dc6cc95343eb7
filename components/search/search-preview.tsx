import { FormatBadge, LifecycleBadge } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Facts } from "../ui/facts.tsx";
import { Link } from "../ui/link.tsx";
import { MethodBadge } from "../ui/method-badge.tsx";
import type { Result } from "./answer.ts";
import { kindLooks } from "./kind.ts";
import { ResultName } from "./result-name.tsx";
import { splitKey } from "./split-key.ts";

/** More of the result that one stands on, without leaving the list. Wide screens only. */
export function SearchPreview({ result }: { result: Result }) {
  const method = result.kind === "operation" ? splitKey(result.key).method : null;
  return (
    <aside aria-label="Preview" className="hidden xl:block">
      <div className="sticky top-16 flex flex-col gap-3 border-l border-line pl-6">
        <p className="text-xs text-faint">{kindLooks[result.kind].one}</p>
        <div>
          <p className="flex items-start gap-2 font-medium">
            {method ? <MethodBadge method={method} className="mt-0.5" /> : null}
            <span className="min-w-0 flex-1 text-sm [overflow-wrap:anywhere]">
              <ResultName result={result} />
            </span>
            <CopyButton text={result.key} label="Copy its name" className="-my-1" />
          </p>
          {result.title && result.title !== result.name && result.title !== result.key && !result.summary?.startsWith(result.title) ? <p className="mt-1 text-sm">{result.title}</p> : null}
        </div>
        {result.summary ? <p className="line-clamp-[12] text-sm text-muted">{result.summary}</p> : null}
        <Facts
          facts={[
            { label: "Interface", value: result.interface && result.kind !== "interface" ? <Link href={`/interfaces/${encodeURIComponent(result.interface.slug)}`} prefetch={false}>{result.interface.title}</Link> : null },
            { label: "Found in", value: result.context?.replaceAll("{}", "{…}") },
            { label: "Name", value: result.kind === "operation" && result.name !== result.key ? <code className="text-xs">{result.name}</code> : null },
            { label: "Owner", value: result.owner ? <Link href={`/teams/${encodeURIComponent(result.owner)}`} prefetch={false}>{result.owner}</Link> : result.interface ? <span className="text-amber">unowned</span> : null },
            { label: "Format", value: result.format ? <FormatBadge format={result.format} /> : null },
            { label: "Lifecycle", value: result.lifecycle ? <LifecycleBadge lifecycle={result.lifecycle} /> : null },
            { label: "Version", value: result.version ? <span className="font-mono text-xs">{`v${result.version}`}</span> : null },
            { label: "File", value: result.source ? <span className="font-mono text-xs text-muted">{result.source}</span> : null },
          ]}
        />
        <ButtonLink href={result.url} prefetch={false} size="sm" className="self-start">
          Open
        </ButtonLink>
      </div>
    </aside>
  );
}
