import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/page-header.tsx";
import { exactTime, RelativeTime } from "#components/ui/relative-time.tsx";
import { versionQuery } from "#lib/catalog/urls/operation-url.ts";
import type { getVersion } from "#lib/catalog/versions/get-version.ts";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import { DiagnosticItem, placeWords } from "../source/diagnostic-item.tsx";
import type { Excerpt } from "../source/source-text.ts";
import { countWords } from "./count-words.ts";
import { SourceView } from "./source-view.tsx";
import { Validity } from "./version-table.tsx";

type Located = { diagnostic: Diagnostic; excerpt: Excerpt | null };
type Props = { opened: Awaited<ReturnType<typeof getVersion>>; excerpts: Located[]; file: string; nonce: string | undefined; /** What it changed. */ verdict: ReactNode };

const firstMax = 20;

/** One version: when and by whom, everything that reading it found, and its text. */
export function VersionPage({ opened, excerpts, file, nonce, verdict }: Props) {
  const { version, files, diagnosticsOmitted } = opened;
  const spec = `/api/v1/interfaces/${encodeURIComponent(opened.slug)}/versions/${version.sequence}/spec${versionQuery({ line: opened.line })}`;
  return (
    <article className="min-w-0">
      <h1 className="text-xl font-semibold tracking-tight">
        Version {version.sequence} <code className="text-base font-normal text-muted [overflow-wrap:anywhere]">{version.label}</code>
      </h1>
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        <span title={exactTime(version.publishedAt)}>
          published <RelativeTime date={version.publishedAt} /> by {version.publishedBy}
        </span>
        <Validity {...version} />
        <span>
          {countWords(version.operationCount, "operation")}, {countWords(version.schemaCount, "schema")}
        </span>
        {opened.isCurrent ? <span className="text-accent">current</span> : null}
      </p>
      {version.purgedAt ? (
        <Notice level="warning" className="mt-4">
          The text of this version was purged{version.purgeReason ? `: ${version.purgeReason}` : ""}.
        </Notice>
      ) : null}
      {verdict}
      <div className="mt-8">
        <Section title="Findings" id="findings" count={excerpts.length + diagnosticsOmitted}>
          {excerpts.length === 0 ? <p className="text-sm text-muted">Reading the document found nothing to complain of.</p> : null}
          <Findings located={excerpts.slice(0, firstMax)} severalFiles={files.length > 1} />
          {excerpts.length > firstMax ? (
            <details>
              <summary className="py-2 text-sm text-muted hover:text-fg">{(excerpts.length - firstMax).toLocaleString("en")} more</summary>
              <Findings located={excerpts.slice(firstMax)} severalFiles={files.length > 1} />
            </details>
          ) : null}
          {diagnosticsOmitted > 0 ? <p className="pt-2 text-xs text-faint">and {diagnosticsOmitted.toLocaleString("en")} more that are not kept.</p> : null}
        </Section>
        {version.purgedAt ? null : (
          <Section
            title="Text"
            id="text"
            actions={
              <ButtonLink size="sm" href={spec} prefetch={false} download>
                Download
              </ButtonLink>
            }
          >
            <SourceView spec={spec} files={files.map(({ path, size }) => ({ path, size }))} initial={file} diagnostics={excerpts.map(({ diagnostic }) => diagnostic)} nonce={nonce} />
          </Section>
        )}
      </div>
    </article>
  );
}

function Findings({ located, severalFiles }: { located: Located[]; severalFiles: boolean }) {
  return (
    <ul className="border-t border-line empty:hidden">
      {located.map(({ diagnostic, excerpt }, index) => (
        <li key={index} className="border-b border-line [contain-intrinsic-block-size:auto_180px] [content-visibility:auto]">
          <DiagnosticItem
            diagnostic={diagnostic}
            excerpt={excerpt}
            where={
              <a href={`#L${diagnostic.line}`} data-file={diagnostic.file} className="text-accent underline decoration-1 underline-offset-3 [overflow-wrap:anywhere]">
                {placeWords(diagnostic, severalFiles)}
              </a>
            }
          />
        </li>
      ))}
    </ul>
  );
}
