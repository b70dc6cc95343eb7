import type { Message } from "#lib/spec/normalized-spec.ts";
import { Badge } from "#components/ui/badge.tsx";
import { breakable } from "#components/ui/breakable.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Markdown } from "#components/ui/markdown.tsx";
import { messageUrl } from "#lib/catalog/urls/entity-url.ts";
import { SchemaTree } from "#components/schema/schema-tree.tsx";
import { BindingsList } from "./bindings-list.tsx";
import type { OperationView } from "./operation-view.ts";

/** One message: what it says, its headers and payload. `id` prefixes the addresses of its properties. */
export function MessageBody({ message, id, view, heading: Heading }: { message: Message; id: string; view: Pick<OperationView, "place" | "schemas">; heading: "h2" | "h3" | null }) {
  const place = (part: string) => ({ id: id === "" ? part : `${id}.${part}`, page: view.place, root: { message: message.id, place: part }, direction: null, openDepth: 1 });
  return (
    <div className="min-w-0">
      {Heading === null ? null : (
        <Heading className="flex flex-wrap items-baseline gap-x-2 text-base font-semibold [overflow-wrap:anywhere]">
          <a href={messageUrl({ ...view.place, id: message.id })} className="decoration-1 underline-offset-3 hover:underline">
            {message.title ?? message.name}
          </a>
          {message.title && message.title !== message.name ? <code className="text-xs font-normal text-muted">{breakable(message.name)}</code> : null}
          {message.deprecated ? <Badge tone="amber">deprecated</Badge> : null}
          {message.internal ? <Badge>internal</Badge> : null}
        </Heading>
      )}
      {message.summary ? <p className="mt-1 text-sm text-muted">{message.summary}</p> : null}
      {message.description && message.description !== message.summary ? <Markdown small className="mt-1" text={message.description} /> : null}
      <p className="mt-1 text-xs text-faint">
        {[message.contentType, message.schemaFormat && !/aai\.asyncapi/.test(message.schemaFormat) ? message.schemaFormat : null].filter(Boolean).map((text) => (
          <code key={text} className="mr-2 text-muted">
            {text}
          </code>
        ))}
        {message.correlationId ? (
          <>
            correlated by <code className="text-muted">{message.correlationId.location}</code>
          </>
        ) : null}
      </p>
      {message.headers === null ? null : (
        <div className="mt-3">
          <h4 className="mb-1 text-xs font-medium text-muted">Headers</h4>
          <SchemaTree schema={message.headers} schemas={view.schemas} place={place("headers")} />
        </div>
      )}
      <div className="mt-3">
        <h4 className="mb-1 text-xs font-medium text-muted">Payload</h4>
        <Payload message={message} view={view} place={place("payload")} />
      </div>
      {Heading !== null && message.payload !== null ? (
        <p className="mt-2 text-xs">
          <a href={`${messageUrl({ ...view.place, id: message.id })}#check`} className="text-muted underline decoration-line-strong underline-offset-3 hover:text-fg">
            Check a payload against it
          </a>
        </p>
      ) : null}
      <BindingsList bindings={message.bindings} />
    </div>
  );
}

function Payload({ message, view, place }: { message: Message; view: Pick<OperationView, "schemas">; place: Parameters<typeof SchemaTree>[0]["place"] }) {
  if (message.payload !== null) return <SchemaTree schema={message.payload} schemas={view.schemas} place={place} />;
  if (message.payloadSource === null || message.payloadSource === undefined) return <p className="text-sm text-muted">The document does not describe the payload.</p>;
  const text = typeof message.payloadSource === "string" ? message.payloadSource : JSON.stringify(message.payloadSource, null, 2);
  return <CodeBlock isStatic title={message.schemaFormat ?? "Schema as written"} language={text.trimStart().startsWith("{") ? "json" : null} code={text} />;
}
