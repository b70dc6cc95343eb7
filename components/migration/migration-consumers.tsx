import type { MigrationConsumer, MigrationDetail } from "#lib/catalog/migrations/get-migration.ts";
import { isDone } from "#lib/catalog/lifecycle/lifecycle-words.ts";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Input } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";
import { Link } from "../ui/link.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { OwnerLink } from "../team/owner-link.tsx";
import { MoveBadge } from "./move-badge.tsx";

/** Every consumer that the reader may see, those with most to do first, with what can be said of each. */
export function MigrationConsumers({ detail: { id, consumers, may, state }, action }: { detail: MigrationDetail; action: FormAction }) {
  return (
    <ul className="border-t border-line">
      {consumers.map((consumer) => (
        <li key={consumer.id} aria-label={consumer.title} className="border-b border-line py-2 text-sm">
          <div className="flex items-start gap-x-3">
            <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5">
            <Link href={consumer.kind === "service" ? `/services/${encodeURIComponent(consumer.slug)}` : interfaceUrl({ slug: consumer.slug })} prefetch={false} className="font-medium [overflow-wrap:anywhere]">
              {consumer.title}
            </Link>
            {consumer.team ? <OwnerLink owner={consumer.team} /> : <span className="text-faint">unowned: nobody to tell</span>}
            </span>
            <span className="flex shrink-0 items-center gap-3">
              <span className="text-xs text-faint max-sm:hidden"><RelativeTime date={consumer.changedAt} /></span>
              <MoveBadge state={consumer.state} />
            </span>
          </div>
          {consumer.vague && !isDone(consumer.state) ? <p className="mt-1 text-muted">Uses the interface, and nobody said whether this operation. Its manifest or page can say which ones.</p> : null}
          {consumer.plan ? <p className="mt-1 [overflow-wrap:anywhere] text-muted">{consumer.plan} <span className="text-xs text-faint">{consumer.acknowledgedByName}</span></p> : null}
          {consumer.waiveReason ? <p className="mt-1 [overflow-wrap:anywhere] text-muted">Need not move: {consumer.waiveReason} <span className="text-xs text-faint">{consumer.waivedByName}</span></p> : null}
          {state === "open" && !isDone(consumer.state) ? <Answers id={id} consumer={consumer} mayWaive={may.waive} action={action} /> : null}
          {state === "open" && consumer.state === "waived" && may.waive ? (
            <ActionForm action={action} values={{ change: "unwaived", id, consumer: consumer.id }} size="sm" variant="ghost" button="Take the waiver back" buttonLabel={`Take the waiver of ${consumer.title} back`} className="mt-1 -ml-2" />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const opener = "inline-flex h-7 cursor-default list-none items-center rounded-md border border-line-strong px-2 text-sm font-medium hover:bg-hover [&::-webkit-details-marker]:hidden [details[open]>&]:bg-sunken";

function Answers({ id, consumer, mayWaive, action }: { id: number; consumer: MigrationConsumer; mayWaive: boolean; action: FormAction }) {
  if (!consumer.mayAcknowledge && !mayWaive) return null;
  const values = { id, consumer: consumer.id };
  return (
    <div className="mt-1.5 flex flex-wrap items-start gap-2">
      {consumer.mayAcknowledge ? (
        <details open={consumer.state !== "acknowledged" && !mayWaive}>
          <summary className={opener}>{consumer.state === "acknowledged" ? "Say something else" : "Acknowledge"}</summary>
          <ActionForm action={action} values={{ ...values, change: "acknowledged" }} size="sm" variant="primary" button="We know, and move" buttonLabel={`We know, and move ${consumer.title}`} className="mt-2 w-80 max-w-full [&>div]:w-full">
            <FormField id={`plan-${consumer.id}`} name="words" label="By when, or what is in the way" hint="The owner reads it. It may stay empty.">
              <Input id={`plan-${consumer.id}`} name="words" maxLength={2000} defaultValue={consumer.plan ?? ""} aria-describedby={`plan-${consumer.id}-note`} />
            </FormField>
          </ActionForm>
        </details>
      ) : null}
      {mayWaive ? (
        <details>
          <summary className={opener}>Waive</summary>
          <ActionForm action={action} values={{ ...values, change: "waived" }} size="sm" button="It need not move" buttonLabel={`${consumer.title} need not move`} className="mt-2 w-80 max-w-full [&>div]:w-full">
            <FormField id={`waive-${consumer.id}`} name="words" label="Why" hint="Its team reads it.">
              <Input id={`waive-${consumer.id}`} name="words" required minLength={3} maxLength={2000} aria-describedby={`waive-${consumer.id}-note`} />
            </FormField>
          </ActionForm>
        </details>
      ) : null}
    </div>
  );
}
