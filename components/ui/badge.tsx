import type { ReactNode } from "react";
import clsx from "clsx";
import { Building2, Globe, List, Lock } from "lucide-react";
import { lifecycleTone, levelTone, toneClass, toneText, type Tone } from "./tone.ts";

/** A word on a tint. */
export function Badge({ tone = "grey", mono = false, title, className, children }: { tone?: Tone; mono?: boolean; title?: string; className?: string; children: ReactNode }) {
  return (
    <span
      title={title}
      className={clsx(
        "inline-flex h-5 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3",
        mono && "font-mono",
        toneClass[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}

/** "OpenAPI 3.1": the format, and its version where known. Plain text with no tint, since most rows have one. */
export function FormatBadge({ format, specVersion }: { format: string; specVersion?: string | null }) {
  return (
    <span className="inline-flex items-center gap-1 text-sm whitespace-nowrap text-muted" title={specVersion ? `${formatName(format)} ${specVersion}` : undefined}>
      {formatName(format)}
      {specVersion ? <span className="font-mono text-xs text-faint">{shortVersion(specVersion)}</span> : null}
    </span>
  );
}

export function formatName(format: string) {
  return format === "openapi" ? "OpenAPI" : format === "asyncapi" ? "AsyncAPI" : format;
}

/** "3.1.0" → "3.1": the patch number of a specification says nothing. */
function shortVersion(version: string) {
  return /^\d+\.\d+\.\d+$/.test(version) ? version.split(".").slice(0, 2).join(".") : version;
}

/** A dot and the word: colour is never alone. */
export function LifecycleBadge({ lifecycle, className }: { lifecycle: string; className?: string }) {
  return (
    <span className={clsx("inline-flex items-center gap-1.5 text-sm whitespace-nowrap text-muted", className)}>
      <svg viewBox="0 0 8 8" aria-hidden="true" className={clsx("size-2 shrink-0", toneText[lifecycleTone(lifecycle)])}>
        {lifecycle === "retired" || lifecycle === "design" ? (
          <circle cx="4" cy="4" r="3" fill="none" stroke="currentColor" strokeWidth="1.5" />
        ) : (
          <circle cx="4" cy="4" r="4" fill="currentColor" />
        )}
      </svg>
      {lifecycle}
    </span>
  );
}

const visibilityIcons: Record<string, typeof Lock> = { public: Globe, internal: Building2, listed: List, private: Lock };

export function VisibilityBadge({ visibility }: { visibility: string }) {
  const Icon = visibilityIcons[visibility] ?? Lock;
  return (
    <span className="inline-flex items-center gap-1 text-sm whitespace-nowrap text-muted">
      <Icon aria-hidden="true" className="size-3.5 text-faint" />
      {visibility}
    </span>
  );
}

/** Level of a change, verdict of an impact, severity of a diagnostic. */
export function LevelBadge({ level }: { level: string }) {
  return <Badge tone={levelTone(level)}>{level}</Badge>;
}
