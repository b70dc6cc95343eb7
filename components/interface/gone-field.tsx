import type { GoneField as Gone } from "#lib/catalog/parts/last-seen/find-gone-field.ts";
import { lastSeenWords, pinOf } from "#lib/catalog/parts/gone-words.ts";
import { partUrl } from "#lib/catalog/urls/part-url.ts";

/** What an address with a field says that this version does not have. For `Static`. */
export function GoneField({ gone: { field, kind, slug, version, last } }: { gone: Gone }) {
  const said = lastSeenWords(last, version.line);
  return (
    <p role="status" className="mb-4 rounded-md bg-amber-tint px-3 py-2 text-sm text-amber [overflow-wrap:anywhere]">
      Version {version.sequence} has no <code>{field}</code> here. {said ?? "None of the other versions that were looked at has it either."}
      {last ? (
        <>
          {" "}
          <a className="underline underline-offset-3" href={`${partUrl(kind, { slug, ...pinOf(last) }, last.found.key)}#${encodeURI(field)}`}>
            Read it there
          </a>
        </>
      ) : null}
    </p>
  );
}
