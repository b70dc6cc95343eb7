import type { Response } from "#lib/spec/normalized-spec.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Markdown } from "#components/ui/markdown.tsx";
import { Section } from "#components/ui/page-header.tsx";
import type { Tone } from "#components/ui/tone.ts";
import { MediaTypes } from "./media-types.tsx";
import { ParameterRows } from "./parameter-rows.tsx";
import { ResponseLinks } from "./response-links.tsx";
import type { OperationView } from "./operation-view.ts";

/** Answers by status; the first good one is open. */
export function OperationResponses({ view }: { view: OperationView }) {
  const responses = [...view.operation.responses].sort((a, b) => rank(a.status) - rank(b.status));
  const good = responses.find((response) => response.status.startsWith("2")) ?? responses[0];
  return (
    <Section id="responses" title="Responses" count={responses.length}>
      {responses.length === 0 ? (
        <p className="text-sm text-muted">The document names no response.</p>
      ) : (
        <ul className="border-t border-line">
          {responses.map((response) => (
            <li key={response.status} id={`response.${response.status}`} className="s-answer relative border-b border-line py-2 pl-5 target:bg-accent-tint">
              <ResponseItem response={response} open={response === good} view={view} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

// Errors are many and alike: enough of each to know it, the rest on the schema's page.
const closedLimits = { nodesMax: 20, depthMax: 3, topMax: 60 };

function ResponseItem({ response, open, view }: { response: Response; open: boolean; view: OperationView }) {
  const id = `response.${response.status}`;
  const line = (
    <div className="flex min-w-0 items-baseline gap-2">
      <Badge mono tone={statusTone(response.status)}>
        {response.status}
      </Badge>
      <div className="min-w-0 text-sm">{response.description ? <Markdown text={response.description} small /> : <span className="text-faint">No description</span>}</div>
    </div>
  );
  const links = view.links.get(response.status) ?? [];
  if (response.content.length === 0 && response.headers.length === 0 && links.length === 0) return line;
  return (
    <Disclosure label={`What a ${response.status} response carries`} open={open} line={line}>
      {response.headers.length > 0 ? (
        <div className="mb-3">
          <h3 className="mb-1 text-xs font-medium text-muted">Headers</h3>
          <ParameterRows parameters={response.headers} id={`${id}.header`} operation={view.operation.key} view={view} />
        </div>
      ) : null}
      {response.content.length > 0 ? <MediaTypes content={response.content} id={id} view={view} direction="response" limits={open ? undefined : closedLimits} empty="The document does not say what it looks like." /> : null}
      <ResponseLinks links={links} place={view.place} />
    </Disclosure>
  );
}

function rank(status: string): number {
  if (status === "default") return 1000;
  return Number(status.replace(/x/gi, "9").padEnd(3, "0")) || 999;
}

function statusTone(status: string): Tone {
  if (status.startsWith("2")) return "green";
  if (status.startsWith("4")) return "amber";
  return status.startsWith("5") ? "red" : status.startsWith("3") ? "blue" : "grey";
}
