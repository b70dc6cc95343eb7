import { Link } from "#components/ui/link.tsx";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import type { CheckedDocument } from "#lib/catalog/publish/check-document.ts";
import { Noted } from "./noted.tsx";
import type { UploadOptions } from "./send-upload.ts";
import type { Check } from "./use-check.ts";

/** Which interface it would become; a question where the document alone does not say. */
export function PublishTarget({ check, options, onOptions }: { check: Check; options: UploadOptions; onOptions: (options: UploadOptions) => void }) {
  const targets = check.documents.flatMap((document) => (document.target === null ? [] : [document.target]));
  const [only] = targets;
  if (only === undefined) return null;
  if (targets.length > 1) {
    return (
      <ul className="flex flex-col gap-1 text-sm">
        {targets.map((target, index) => (
          <li key={index}>
            <Words target={target} />
          </li>
        ))}
      </ul>
    );
  }
  // A choice once made stays open to another.
  const candidates = only.kind === "ambiguous" ? only.candidates : options.new || options.interface !== "" ? "chosen" : null;
  return (
    <div className="text-sm">
      {only.kind === "ambiguous" ? null : <Words target={only} />}
      {candidates === "chosen" ? (
        <button type="button" className="text-xs text-accent underline decoration-1 underline-offset-3" onClick={() => onOptions({ ...options, interface: "", new: false })}>
          Choose again
        </button>
      ) : null}
      {Array.isArray(candidates) ? <Question candidates={candidates} options={options} onOptions={onOptions} /> : null}
    </div>
  );
}

function Words({ target }: { target: NonNullable<CheckedDocument["target"]> }) {
  if (target.kind === "ambiguous") return <p>It cannot be told which interface this is. Publish it by itself and choose.</p>;
  if (target.kind === "new")
    return (
      <p>
        Becomes a new interface, <code className="[overflow-wrap:anywhere]">{target.slug}</code>.{target.notice ? <> <Noted text={target.notice} /></> : null}
      </p>
    );
  // Several may have one title.
  const link = (
    <>
      <Link look="text" href={interfaceUrl({ slug: target.slug, line: target.line })}>
        {target.title}
      </Link>{" "}
      <code className="text-xs text-muted [overflow-wrap:anywhere]">{target.slug}</code>
    </>
  );
  if (target.kind === "unchanged")
    return (
      <p>
        Version {target.sequence} of {link} is this very text. Publishing changes nothing.
      </p>
    );
  return (
    <p>
      Becomes version {target.sequence} of {link}
      {target.line === "default" ? "" : ` on the line ${target.line}`}.
    </p>
  );
}

function Question({ candidates, options, onOptions }: { candidates: { slug: string; title: string }[]; options: UploadOptions; onOptions: (options: UploadOptions) => void }) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">There are interfaces of this title. Which one is it?</legend>
      {candidates.map((candidate) => (
        <label key={candidate.slug} className="flex items-baseline gap-2">
          <input type="radio" name="target" checked={options.interface === candidate.slug} onChange={() => onOptions({ ...options, interface: candidate.slug, new: false })} className="accent-accent-solid" />
          <span>
            A new version of {candidate.title} <code className="text-xs text-muted [overflow-wrap:anywhere]">{candidate.slug}</code>
          </span>
        </label>
      ))}
      <label className="flex items-baseline gap-2">
        <input type="radio" name="target" checked={options.new} onChange={() => onOptions({ ...options, interface: "", new: true })} className="accent-accent-solid" />
        <span>Another interface that has the same title</span>
      </label>
    </fieldset>
  );
}
