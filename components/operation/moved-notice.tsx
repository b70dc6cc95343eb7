import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import { pinOf } from "#lib/catalog/parts/gone-words.ts";
import type { OperationView, PagePlace } from "./operation-view.ts";

/** Says that one asked for another operation, which this one stands in for. */
export function MovedNotice({ moved: { from, last }, place }: { moved: NonNullable<OperationView["moved"]>; place: PagePlace }) {
  return (
    <Notice level="info">
      <code className="[overflow-wrap:anywhere]">{last?.found.name ?? from}</code> was declared moved here.{" "}
      {last ? (
        <Link look="text" prefetch={false} href={operationUrl({ slug: place.slug, ...pinOf(last), key: last.found.key })}>
          Read it in version {last.sequence} ({last.label}), the last to have it
        </Link>
      ) : null}
    </Notice>
  );
}
