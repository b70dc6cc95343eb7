import { Link } from "#components/ui/link.tsx";
import { followUrl } from "#lib/catalog/urls/follow-url.ts";
import { operationUrl, versionQuery } from "#lib/catalog/urls/operation-url.ts";
import type { OperationView } from "./operation-view.ts";

/** What one can do with an operation, beside its name. */
export function OperationActions({ view: { operation, place, servers } }: { view: OperationView }) {
  const isCallable = operation.kind === "http" && operation.address !== null && servers.some(({ url }) => /^https?:|^\{/.test(url));
  return (
    <div className="flex flex-wrap items-center gap-2">
      {/* On narrow screens they stand at the end of the page. */}
      <a href="#examples" className={`${button} xl:hidden`}>
        Example
      </a>
      <Link look="bare" prefetch={false} href={followUrl({ subject: "operation", slug: place.slug, key: operation.key })} className={button}>
        Follow
      </Link>
      {isCallable ? (
        // A plain link: only that page's policy lets scripts reach the document's servers.
        <a href={`${operationUrl({ slug: place.slug, key: operation.key })}/try${versionQuery(place)}`} className={button}>
          Try it
        </a>
      ) : null}
    </div>
  );
}

const button = "flex h-7 items-center rounded-md border border-line-strong px-2.5 text-sm hover:bg-hover";
