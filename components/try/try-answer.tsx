import { CopyButton } from "#components/ui/copy-button.tsx";
import type { Answer } from "./send-call.ts";

/** An answer as text: nothing in it is rendered. */
export function TryAnswer({ answer }: { answer: Answer }) {
  const text = readable(answer.text);
  return (
    <section aria-label="Answer">
      <p className="flex items-center gap-3 text-sm">
        <strong className="font-mono font-semibold">{answer.status}</strong>
        <span className="text-muted tabular-nums">{Math.round(answer.ms).toLocaleString("en")} ms</span>
        <CopyButton text={text} label="Copy the answer" />
      </p>
      <details className="mt-2">
        <summary className="text-xs text-muted hover:text-fg">{answer.headers.length} headers</summary>
        <pre tabIndex={0} className="mt-1 overflow-x-auto text-xs text-muted">
          {answer.headers.map(([name, value]) => `${name}: ${value}`).join("\n")}
        </pre>
      </details>
      <pre tabIndex={0} className="mt-2 max-h-[70vh] overflow-auto rounded-md border border-line bg-sunken p-3 text-xs">
        {text === "" ? "(empty)" : text}
      </pre>
      {answer.cut ? <p className="mt-1 text-xs text-faint">Cut: the answer is longer.</p> : null}
    </section>
  );
}

function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
