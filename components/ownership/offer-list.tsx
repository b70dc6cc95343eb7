import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Link } from "../ui/link.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { ownershipUrl } from "#lib/catalog/urls/ownership-url.ts";
import type { Offer } from "#lib/catalog/ownership/list-offers.ts";

/** Open offers, each with what the reader may answer. */
export function OfferList({ offers, action }: { offers: Offer[]; action: FormAction }) {
  return (
    <ul>
      {offers.map((offer) => (
        <li key={offer.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2 text-sm">
          <div className="min-w-0 flex-1 basis-72">
            <p>
              {offer.from ? <span className="font-medium">{offer.from.name}</span> : offer.offeredBy} offers{" "}
              <Link href={ownershipUrl(offer)} prefetch={false} className="font-medium">{offer.title}</Link> to <span className="font-medium">{offer.to.name}</span>
            </p>
            {offer.note ? <p className="max-w-[80ch] [overflow-wrap:anywhere] text-muted">{offer.note}</p> : null}
            <p className="text-xs text-faint">{offer.offeredBy}, <RelativeTime date={offer.createdAt} /></p>
          </div>
          <div className="flex gap-2">
            {offer.may.accept ? <Decide offer={offer} decision="accepted" button="Accept" variant="primary" action={action} /> : null}
            {offer.may.accept ? <Decide offer={offer} decision="declined" button="Decline" action={action} /> : null}
            {offer.may.withdraw ? <Decide offer={offer} decision="withdrawn" button="Take back" action={action} /> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Decide({ offer, decision, button, variant, action }: { offer: Offer; decision: string; button: string; variant?: "primary"; action: FormAction }) {
  return <ActionForm action={action} values={{ change: "decide", id: offer.id, decision }} size="sm" variant={variant ?? "secondary"} button={button} buttonLabel={`${button}: ${offer.title}`} />;
}
