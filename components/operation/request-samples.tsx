import { StaticCopy } from "#components/static/static-copy.tsx";
import { ColouredCode } from "#components/ui/coloured-code.tsx";
import type { Sample } from "#lib/spec/samples/write-samples.ts";

/** The same request in several languages, one shown: radio buttons and style sheets switch, no script. */
export function RequestSamples({ samples, name = "sample-language", plain = false }: { samples: Sample[]; /** Of its own for each set on a page. */ name?: string; /** Without colours, which cost an element for each word. */ plain?: boolean }) {
  return (
    <fieldset className="s-samples">
      <legend className="sr-only">Request in</legend>
      {samples.map(({ language, label }, index) => (
        <label key={language}>
          <input type="radio" name={name} value={language} defaultChecked={index === 0} className="sr-only" />
          {label}
        </label>
      ))}
      {samples.map(({ language, label, code }) => (
        <figure key={language} data-language={language}>
          <StaticCopy label={`Copy ${label}`} />
          <pre tabIndex={0}>
            <code>
              {plain ? code : <ColouredCode code={code} language={language === "shell" ? "bash" : language} />}
            </code>
          </pre>
        </figure>
      ))}
    </fieldset>
  );
}
