import clsx from "clsx";
import type { RequestDetail } from "#lib/catalog/access-requests/list-requests.ts";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Facts } from "../ui/facts.tsx";
import { Textarea } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";
import { Link } from "../ui/link.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { OwnerLink } from "../team/owner-link.tsx";
import { RequestState } from "./request-state.tsx";

/** One request: what is asked, what was said, and what the reader may answer. */
export function RequestPage({ detail, action }: { detail: RequestDetail; action: FormAction }) {
  const { id, state, interface: subject, team, service, owner, purpose, operations, messages, note, may } = detail;
  return (
    <Page>
      <PageHeader
        title={<>{team.name} asks for {subject ? <Link href={interfaceUrl({ slug: subject.slug })} prefetch={false}>{subject.name}</Link> : "an interface"}</>}
        lead={<span className="flex flex-wrap items-center gap-x-3 gap-y-1"><RequestState state={state} /><span>{detail.requestedByName}, <RelativeTime date={detail.createdAt} /></span></span>}
        actions={may.withdraw ? <ActionForm action={action} values={{ change: "withdrawn", id }} button="Withdraw" variant="danger" size="sm" /> : undefined}
      />
      <div className="grid grid-cols-1 gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="min-w-0 max-w-[80ch]">
          <Section title="What for">
            <p className="[overflow-wrap:anywhere] whitespace-pre-line">{purpose}</p>
          </Section>
          {operations.length > 0 ? (
            <Section title="Operations" count={operations.length}>
              <ul className="text-sm">{operations.map((operation) => <li key={operation} className="py-0.5"><code className="[overflow-wrap:anywhere]">{operation}</code></li>)}</ul>
            </Section>
          ) : null}
          {messages.length > 0 ? (
            <Section title="Questions and replies">
              <ol className="flex flex-col gap-3">
                {messages.map((message) => (
                  <li key={message.id} className={clsx("border-l-2 pl-3 text-sm", message.side === "owner" ? "border-accent" : "border-line-strong")}>
                    <p className="text-xs text-faint">{message.actorName}, {message.side === "owner" ? "of the owner" : "of those who ask"}, <RelativeTime date={message.createdAt} /></p>
                    <p className="[overflow-wrap:anywhere] whitespace-pre-line">{message.text}</p>
                  </li>
                ))}
              </ol>
            </Section>
          ) : null}
          {state === "open" ? null : <Answer detail={detail} />}
          {note && state === "approved" ? <Section title="What the owner says to those it approved"><Markdown text={note} /></Section> : null}
          {may.decide ? (
            <Section title="Answer">
              <p className="mb-3 text-sm text-muted">{consequence(detail)}</p>
              <div className="flex flex-wrap items-start gap-2">
                <ActionForm action={action} values={{ change: "approved", id }} button="Approve" variant="primary" />
                <details>
                  <summary className="inline-flex h-8 list-none items-center rounded-md border border-line-strong px-3 text-sm font-medium text-red hover:bg-red-tint [&::-webkit-details-marker]:hidden">Decline…</summary>
                  <ActionForm action={action} values={{ change: "declined", id }} button="Decline" variant="danger" className="mt-2 w-96 max-w-full [&>div]:w-full">
                    <FormField id="decline-words" name="words" label="Why"><Textarea id="decline-words" name="words" required maxLength={4000} className="min-h-16" /></FormField>
                  </ActionForm>
                </details>
              </div>
            </Section>
          ) : null}
          {may.discuss ? (
            <Section title={detail.side === "owner" ? "Ask something first" : "Say something"}>
              <ActionForm action={action} values={{ change: "message", id }} button="Send" className="[&>div]:w-full" key={messages.length}>
                <FormField id="message-words" name="words" label="Message"><Textarea id="message-words" name="words" required maxLength={4000} className="min-h-16" /></FormField>
              </ActionForm>
            </Section>
          ) : null}
        </div>
        <aside aria-label="About this request">
          <Facts
            facts={[
              { label: "Asks", value: <OwnerLink owner={team} /> },
              { label: "Service", value: service ? <Link href={`/services/${encodeURIComponent(service.slug)}`} prefetch={false}>{service.name}</Link> : "none: to read only" },
              { label: "Owner", value: owner ? <OwnerLink owner={owner} /> : "nobody: an administrator answers" },
              { label: "Line", value: detail.line },
              { label: "Expires", value: state === "open" ? <RelativeTime date={detail.expiresAt} /> : null },
            ]}
          />
        </aside>
      </div>
    </Page>
  );
}

function Answer({ detail: { state, words, decidedByName, decidedAt } }: { detail: RequestDetail }) {
  return (
    <Section title="Answer">
      <Notice level={state === "declined" || state === "expired" ? "warning" : "info"}>
        {state === "expired" ? "Nobody answered in time. It may be asked again." : `${decidedByName ?? "Somebody"} ${state === "withdrawn" ? "withdrew it" : `${state} it`}`}
        {words ? `: ${words}` : state === "expired" ? "" : "."} {decidedAt ? <span className="text-xs">(<RelativeTime date={decidedAt} />)</span> : null}
      </Notice>
    </Section>
  );
}

function consequence({ visibility, service, team, operations }: RequestDetail): string {
  const reads = visibility === "listed" || visibility === "private" ? `${team.name} reads the interface from then on` : null;
  const uses = service ? `${service.name}'s use of ${operations.length > 0 ? (operations.length === 1 ? operations[0] : `${operations.length} operations`) : "it"} is on record` : null;
  return `Approved, ${[reads, uses].filter(Boolean).join(", and ")}.`;
}
