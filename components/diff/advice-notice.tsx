import type { VersionAdvice } from "#lib/spec/diff/advise-version.ts";
import { InlineCode } from "../source/inline-code.tsx";
import { Notice } from "../ui/notice.tsx";

/** What `info.version` should have become; a notice where it did not. */
export function AdviceNotice({ advice, label }: { advice: VersionAdvice | null; label: string | null }) {
  if (advice === null || advice.bump === "none") return null;
  if (advice.finding) {
    return (
      <Notice level="warning">
        <InlineCode text={advice.finding.message} />
      </Notice>
    );
  }
  if (advice.suggested === null) return null;
  return (
    <p className="text-sm text-muted">
      A {advice.bump} version by semantic versioning: <code>{advice.suggested}</code> or later{label ? <>, and it is <code>{label}</code></> : null}.
    </p>
  );
}
