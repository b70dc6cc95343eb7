import { buttonClass, ButtonLink } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import type { GonePart as Gone } from "#lib/catalog/parts/last-seen/find-gone-part.ts";
import { lastSeenWords, pinOf, versionWords } from "#lib/catalog/parts/gone-words.ts";
import { partUrl } from "#lib/catalog/urls/part-url.ts";
import { LeaveGone } from "./leave-gone.tsx";
import type { PagePlace } from "../operation/operation-view.ts";

const tabs = { operation: "reference", channel: "channels", message: "channels", schema: "schemas" } as const;

/** Instead of a part that this version does not have: which one has it, what it became, and what is like it here. */
export function GonePart({ gone, place }: { gone: Gone; place: PagePlace }) {
  const { kind, last, movedTo, near, version, slug } = gone;
  const said = lastSeenWords(last, version.line);
  return (
    <article className="max-w-[80ch]">
      <LeaveGone />
      <p className="text-sm text-muted">Not in {versionWords(version)}{version.isCurrent ? ", the current one" : ""}</p>
      <h1 className="mt-1 text-xl font-semibold tracking-tight [overflow-wrap:anywhere]">{kind === "schema" ? gone.name : <code className="text-lg font-medium">{gone.name}</code>}</h1>
      <p className="mt-3">{said ?? `None of the other versions that were looked at has ${kind === "operation" ? "such an operation" : `a ${kind} of this name`}, as far as you may see.`}</p>
      {movedTo ? (
        <p className="mt-1">
          It was declared moved to{" "}
          <Link look="text" prefetch={false} href={partUrl(kind, { slug, ...pinOf(movedTo) }, movedTo.found.key)}>
            <code className="[overflow-wrap:anywhere]">{movedTo.found.name}</code>
          </Link>
          , which {versionWords(movedTo, version.line)} has.
        </p>
      ) : null}
      <p className="mt-4 flex flex-wrap gap-2">
        {last ? (
          // Often the same path: the page is loaded anew.
          <a className={buttonClass({ variant: "primary" })} href={partUrl(kind, { slug, ...pinOf(last) }, last.found.key)}>
            Read it in version {last.sequence}
          </a>
        ) : null}
        {last && !last.isCurrent && last.line === version.line && version.isCurrent ? <ButtonLink prefetch={false} href={`/interfaces/${encodeURIComponent(slug)}/diff?${new URLSearchParams({ ...(version.line === "default" ? {} : { line: version.line }), from: String(last.sequence), to: String(version.sequence) })}`}>What changed since</ButtonLink> : null}
        <ButtonLink prefetch={false} href={interfaceUrl({ ...place, slug, tab: tabs[kind] })}>All {kind === "message" ? "channels" : `${kind}s`} of this version</ButtonLink>
      </p>
      {near.length > 0 ? (
        <section className="mt-8">
          <h2 className="mb-2 text-sm font-semibold">Most like it in this version</h2>
          <ul className="border-t border-line">
            {near.map(({ key, name }) => (
              <li key={key} className="border-b border-line">
                <Link look="bare" prefetch={false} href={partUrl(kind, { ...place, slug }, key)} className="block py-2 text-sm -outline-offset-2 hover:bg-hover">
                  <code className="[overflow-wrap:anywhere]">{name}</code>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  );
}
