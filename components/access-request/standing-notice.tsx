import type { Standing } from "#lib/catalog/access-requests/find-standing.ts";
import { accessRequestUrl, askAccessUrl } from "#lib/catalog/urls/lifecycle-url.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { RequestState } from "./request-state.tsx";

/** Whether an interface wants to be asked for, and where one's own requests stand. Nothing where neither is so. */
export function StandingNotice({ slug, standing, className }: { slug: string; standing: Standing; className?: string }) {
  const { approvalRequired, owned, mayAsk, requests } = standing;
  if (!approvalRequired && requests.length === 0) return null;
  return (
    <div className={className}>
      {approvalRequired ? (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p className="text-sm text-muted">{owned ? "Others ask your team before they use it." : "Its owner wants to be asked before it is used."}</p>
          {!owned && mayAsk ? <ButtonLink size="sm" variant="primary" href={askAccessUrl(slug)} prefetch={false}>Ask for access</ButtonLink> : null}
          {owned ? <ButtonLink size="sm" href="/access-requests" prefetch={false}>Requests</ButtonLink> : null}
        </div>
      ) : null}
      <RequestLines standing={standing} />
    </div>
  );
}

/** One's own requests, each a line. */
export function RequestLines({ standing: { requests } }: { standing: Standing }) {
  if (requests.length === 0) return null;
  return (
    <ul aria-label="Your requests" className="mt-2 text-sm">
      {requests.map((request) => (
        <li key={request.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
          <Link look="text" href={accessRequestUrl(request.id)} prefetch={false}>{request.service ? `${request.team}, ${request.service}` : request.team}</Link>
          <RequestState state={request.state} />
        </li>
      ))}
    </ul>
  );
}
