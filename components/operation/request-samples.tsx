import { StaticCopy } from "#components/static/static-copy.tsx";
import { ColouredCode } from "#components/ui/coloured-code.tsx";
import type { Sample } from "#lib/spec/samples/write-samples.ts";

/** The same request in several languages, one shown: radio buttons and style sheets switch, no script. */
export function RequestSamples({ samples }: { samples: Sample[] }) {
  return (
    <fieldset className="s-samples">
      <legend className="sr-only">Request in</legend>
      {samples.map(({ language, label }, index) => (
        <label key={language}>
          <input type="radio" name="sample-language" value={language} defaultChecked={index === 0} className="sr-only" />
          {label}
        </label>
      ))}
      {samples.map(({ language, label, code }) => (
        <figure key={language} data-language={language}>
          <StaticCopy label={`Copy ${label}`} />
          <pre tabIndex={0}>
            <code>
              <ColouredCode code={code} language={language === "shell" ? "bash" : language} />
            </code>
          </pre>
        </figure>
      ))}
    </fieldset>
  );
}
