import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import { DiagnosticItem, placeWords } from "../source/diagnostic-item.tsx";

const shownMax = 200;

/** Every finding with what to do; its place leads to the line. */
export function FindingList({ diagnostics, omitted, severalFiles, canGoTo, onGoTo }: { diagnostics: readonly Diagnostic[]; omitted: number; severalFiles: boolean; canGoTo: (diagnostic: Diagnostic) => boolean; onGoTo: (diagnostic: Diagnostic) => void }) {
  if (diagnostics.length === 0) return null;
  const more = Math.max(0, diagnostics.length - shownMax) + omitted;
  return (
    <section aria-labelledby="findings-heading">
      <h2 id="findings-heading" className="text-sm font-semibold">
        Findings <span className="ml-1 font-normal text-faint tabular-nums">{(diagnostics.length + omitted).toLocaleString("en")}</span>
      </h2>
      <ul className="mt-1 border-t border-line xl:max-h-[calc(100vh-320px)] xl:overflow-y-auto">
        {diagnostics.slice(0, shownMax).map((diagnostic, index) => (
          <li key={index} className="border-b border-line">
            <DiagnosticItem
              diagnostic={diagnostic}
              where={
                canGoTo(diagnostic) ? (
                  <button type="button" className="text-left text-accent underline decoration-1 underline-offset-3 [overflow-wrap:anywhere]" onClick={() => onGoTo(diagnostic)}>
                    {placeWords(diagnostic, severalFiles)}
                  </button>
                ) : (
                  <span className="text-muted [overflow-wrap:anywhere]">{placeWords(diagnostic, severalFiles)}</span>
                )
              }
            />
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="pt-2 text-xs text-faint">and {more.toLocaleString("en")} more. Mend these first; many of the others will go with them.</p> : null}
    </section>
  );
}
