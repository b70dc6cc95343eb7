import { Badge } from "#components/ui/badge.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Link } from "#components/ui/link.tsx";
import { MethodBadge } from "#components/ui/method-badge.tsx";
import { ActionForm, type FormAction } from "#components/ui/action-form.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import type { Consumer } from "#lib/catalog/dependencies/list-consumers.ts";
import type { ExplainedEvidence } from "#lib/catalog/dependencies/explain-evidence.ts";
import { kindsOf, kindTone, kindWords } from "./evidence-words.ts";

export type ShownUse = Pick<Consumer, "id" | "line" | "operationKey" | "message" | "fields" | "reason" | "evidence" | "firstSeenAt" | "lastSeenAt" | "dismissedAt" | "mayChange" | "contradiction" | "partHidden">;

/** Uses of one interface, one line each; how it is known opens beneath. */
export function UseRows({ slug, uses, action, spellings = {} }: { slug: string; uses: ShownUse[]; action?: FormAction; spellings?: Record<string, string> }) {
  return (
    <ul className="flex flex-col divide-y divide-line border-y border-line">
      {uses.map((use) => (
        <li key={use.id} className="relative py-1 pl-5">
          <Disclosure label={`How the use of ${use.operationKey ?? "the interface"} is known`} open={false} line={<UseLine slug={slug} use={use} spellings={spellings} />}>
            <div className="flex flex-col gap-2 pb-3 text-sm">
              {use.contradiction ? <p className="max-w-[90ch] text-amber"><Sentence text={use.contradiction} /></p> : null}
              {use.reason ? <p className="max-w-[80ch] text-muted">{use.reason}</p> : null}
              <ul className="flex flex-col gap-2">
                {use.evidence.map((evidence) => <EvidenceItem key={evidence.id} evidence={evidence} />)}
              </ul>
              {action && use.mayChange ? <UseActions use={use} action={action} /> : null}
            </div>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

function UseLine({ slug, use, spellings }: { slug: string; use: ShownUse; spellings: Record<string, string> }) {
  const { operationKey: key, message, fields, evidence, dismissedAt } = use;
  const [method = "", ...rest] = (key === null ? "" : (spellings[key] ?? key)).split(" ");
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
      {key === null ? (
        <span className="text-sm text-muted">{use.partHidden ? "A part that you may not see" : "The interface; nobody has said which part"}</span>
      ) : (
        <Link href={operationUrl({ slug, key, line: use.line })} prefetch={false} className="flex min-h-6 min-w-0 items-center gap-2 font-mono text-sm">
          <MethodBadge method={method} column />
          <span className="min-w-0 [overflow-wrap:anywhere]">{rest.join(" ")}</span>
        </Link>
      )}
      {message ? <code className="text-xs text-muted">{message}</code> : null}
      {use.line ? <span className="text-xs text-faint">line {use.line}</span> : null}
      {fields.length > 0 ? <span className="text-xs text-faint">{fields.length} {fields.length === 1 ? "field" : "fields"}</span> : null}
      <span className="ml-auto flex items-center gap-1.5">
        {use.contradiction ? <Badge tone="amber" title={use.contradiction.replaceAll("`", "")}>contradicted</Badge> : null}
        {dismissedAt ? <Badge tone="grey">dismissed</Badge> : null}
        {kindsOf(evidence).map((kind) => <Badge key={kind} tone={kindTone[kind]} title={kindWords[kind]}>{kind}</Badge>)}
      </span>
    </div>
  );
}

function EvidenceItem({ evidence }: { evidence: ExplainedEvidence }) {
  return (
    <li className="flex flex-col gap-0.5">
      <p className="max-w-[90ch]"><Sentence text={evidence.sentence} /></p>
      {evidence.fields.length > 0 ? (
        <p className="flex flex-wrap gap-1">{evidence.fields.map((field) => <code key={field} className="rounded-sm bg-sunken px-1 text-xs [overflow-wrap:anywhere]">{field}</code>)}</p>
      ) : null}
      <p className="flex flex-wrap gap-x-3 text-xs text-faint">
        {evidence.places.map((place) => (
          <span key={`${place.title} ${place.file} ${place.pointer}`} className="[overflow-wrap:anywhere]">
            {place.href ? <Link href={place.href} prefetch={false}>{place.title}{place.version ? ` ${place.version}` : ""}</Link> : place.title}, <span className="font-mono">{place.file}{place.line ? `:${place.line}` : ""}{place.pointer ?? ""}</span>
          </span>
        ))}
        <span>since <RelativeTime date={evidence.firstSeenAt} />, last seen <RelativeTime date={evidence.lastSeenAt} /></span>
      </p>
    </li>
  );
}

/** Code in backticks, as sentences about evidence have it. */
function Sentence({ text }: { text: string }) {
  return text.split("`").map((part, index) => (index % 2 === 1 ? <code key={index} className="text-sm">{part}</code> : part));
}

function UseActions({ use, action }: { use: ShownUse; action: FormAction }) {
  const byHand = use.evidence.some(({ kind, source }) => kind === "declared" && /^(person|token|system) /.test(source));
  return (
    <div className="flex flex-wrap gap-2">
      <ActionForm action={action} values={{ change: use.dismissedAt ? "confirm" : "dismiss", id: use.id }} button={use.dismissedAt ? "It is right" : "Dismiss"} size="sm" buttonLabel={`${use.dismissedAt ? "Confirm" : "Dismiss"} the use of ${use.operationKey ?? "the interface"}`} />
      {byHand ? <ActionForm action={action} values={{ change: "withdraw", id: use.id }} button="Take back" size="sm" buttonLabel={`Take back the use of ${use.operationKey ?? "the interface"}`} /> : null}
    </div>
  );
}
