"use client";
import { useEffect, useRef, useState } from "react";
import { CircleCheck } from "lucide-react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { comparisonUrl } from "#lib/catalog/urls/comparison-url.ts";
import { interfaceUrl, versionUrl } from "#lib/catalog/urls/entity-url.ts";
import type { Published } from "#lib/catalog/publish/publish-spec.ts";
import { versionQuery } from "#lib/catalog/urls/operation-url.ts";
import type { PublishedItemAnswer } from "./use-publish.ts";
import { PublishedChanges } from "./published-changes.tsx";
import type { OperationEntry } from "../interface/group-operations.ts";
import { OperationRow } from "../interface/operation-row.tsx";
import { Noted } from "./noted.tsx";
import { unpackOperation, type PackedOperation } from "../interface/packed-operation.ts";

/** What came of it, and where to go from here. */
export function PublishResult({ items, onAnother }: { items: PublishedItemAnswer[]; onAnother: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex max-w-[920px] flex-col gap-8">
      <h2 ref={heading} tabIndex={-1} className="sr-only">
        Published
      </h2>
      {items.map((item) => (
        <PublishedItem key={`${item.interface.slug} ${item.line}`} item={item} alone={items.length === 1} />
      ))}
      <div>
        <Button onClick={onAnother}>Publish another</Button>
      </div>
    </div>
  );
}

const shownMax = 8;

function PublishedItem({ item, alone }: { item: PublishedItemAnswer; alone: boolean }) {
  const operations = useFirstOperations(item, alone);
  const at = { slug: item.interface.slug, line: item.line };
  return (
    <section>
      <p className="flex items-start gap-2 text-lg font-medium">
        <CircleCheck aria-hidden="true" className="mt-1 size-4 shrink-0 text-green" />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {item.status === "published" ? `Version ${item.version.sequence} of ` : "Nothing changed: this is the text of version "}
          {item.status === "published" ? null : `${item.version.sequence} of `}
          <Link look="text" href={interfaceUrl(at)}>
            {item.interface.title}
          </Link>
          {item.status === "published" ? " is published." : "."}
        </span>
      </p>
      <p className="mt-1 ml-6 text-sm text-muted">
        {item.valid ? "It is valid. " : `It breaks its specification in ${item.errorCount === 1 ? "one place" : `${item.errorCount.toLocaleString("en")} places`}; `}
        {item.valid ? null : (
          <>
            <Link look="text" href={versionUrl({ ...at, version: item.version.sequence })}>
              see where
            </Link>
            {". "}
          </>
        )}
        {item.status === "published" ? "Search finds it in a few seconds." : null}
        {item.reasonRecorded ? "The reason is recorded: the version had none." : null}
      </p>
      {item.comparison && (item.status === "published" || item.comparison.missing.reason) ? <PublishedChanges comparison={item.comparison} /> : null}
      {item.notices.map((notice) => <p key={notice} className="mt-1 ml-6 text-sm"><Noted text={notice} /></p>)}
      {operations.length > 0 ? (
        <ul className="s-listed mt-3 ml-6 border-t border-line">
          {operations.map((operation) => (
            <OperationRow key={operation.key} operation={operation} place={{ ...at, version: null }} />
          ))}
        </ul>
      ) : null}
      <div className="mt-3 ml-6 flex flex-wrap gap-2">
        <ButtonLink variant={alone ? "primary" : "secondary"} href={interfaceUrl(at)}>
          Open {alone ? "the interface" : item.interface.slug}
        </ButtonLink>
        {item.status === "published" && item.version.sequence > 1 ? <ButtonLink href={comparisonUrl({ ...at, to: item.version.sequence })}>What changed</ButtonLink> : null}
        {item.operationCount > shownMax ? <ButtonLink href={interfaceUrl({ ...at, tab: "reference" })}>All {item.operationCount.toLocaleString("en")} operations</ButtonLink> : null}
      </div>
    </section>
  );
}

/** The page is whole without them, so a failure to fetch them is not worth a word. */
function useFirstOperations({ interface: { slug }, line }: Published, wanted: boolean): OperationEntry[] {
  const [operations, setOperations] = useState<OperationEntry[]>([]);
  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    fetch(`/interfaces/${encodeURIComponent(slug)}/operation-list${versionQuery({ line })}`, { signal: stop.signal })
      .then(async (response) => (response.ok ? ((await response.json()) as PackedOperation[]) : []))
      .then((packed) => setOperations(packed.slice(0, shownMax).map(unpackOperation)))
      .catch(() => undefined);
    return () => stop.abort();
  }, [slug, line, wanted]);
  return operations;
}
