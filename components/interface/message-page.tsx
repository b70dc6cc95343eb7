import type { ReactNode } from "react";
import type { Channel, Message } from "#lib/spec/normalized-spec.ts";
import { breakable } from "#components/ui/breakable.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Link } from "#components/ui/link.tsx";
import { Static } from "#components/static/static.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/page-header.tsx";
import { channelUrl, goneFieldUrl, interfaceUrl, messageUrl } from "#lib/catalog/urls/entity-url.ts";
import { followUrl } from "#lib/catalog/urls/follow-url.ts";
import { versionQuery } from "#lib/catalog/urls/operation-url.ts";
import { messageExamples } from "../operation/body-example.ts";
import { PayloadChecker } from "../operation/payload-checker.tsx";
import { MessageBody } from "../operation/message-body.tsx";
import { OperationConsumersLine } from "../operation/operation-consumers.tsx";
import type { OperationConsumers, PagePlace } from "../operation/operation-view.ts";
import type { SchemaMap } from "#lib/spec/outline/schema-values.ts";

/** One message, the channels that carry it, and an example beside it. */
export function MessagePage({ place, message, channels, schemas, consumers, foot }: { place: PagePlace; message: Message; channels: Channel[]; schemas: SchemaMap; consumers: OperationConsumers; foot?: ReactNode }) {
  const examples = messageExamples(message, schemas, "response");
  return (
    <div className="grid min-w-0 grid-cols-1 gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_minmax(320px,400px)]">
      <article className="min-w-0" data-gone-field={goneFieldUrl({ ...place, kind: "message", id: message.id })}>
        {message.deprecated ? <Notice level="warning" className="mb-2">Deprecated. Look for a replacement before you build on it.</Notice> : null}
        <div className="flex items-start justify-between gap-4">
          <h1 className="min-w-0 text-xl font-semibold tracking-tight [overflow-wrap:anywhere]">{message.title ?? message.name}</h1>
          <Link look="bare" href={followUrl({ subject: "message", slug: place.slug, key: message.name })} prefetch={false} className="shrink-0 rounded-md border border-line-strong px-2.5 py-0.5 text-sm hover:bg-hover">Follow</Link>
        </div>
        {message.title && message.title !== message.name ? <code className="text-xs text-muted [overflow-wrap:anywhere]">{breakable(message.name)}</code> : null}
        {channels.length > 0 ? (
          <p className="my-1 text-sm text-muted">
            Carried by{" "}
            {channels.map((channel, index) => (
              <span key={channel.id}>
                {index > 0 ? ", " : ""}
                <Link look="text" href={channelUrl({ ...place, id: channel.id })}>
                  <code className="[overflow-wrap:anywhere]">{channel.address ?? channel.id}</code>
                </Link>
              </span>
            ))}
          </p>
        ) : null}
        <OperationConsumersLine consumers={consumers} allHref={interfaceUrl({ ...place, tab: "consumers" })} parts="messages" />
        <Static>
          <MessageBody message={message} id="" view={{ place, schemas }} heading={null} />
        </Static>
        {message.payload === null ? null : (
          <Section id="check" title="Check a payload">
            <PayloadChecker schemaHref={`${messageUrl({ slug: place.slug, id: message.id })}/payload-schema${versionQuery(place)}`} example={examples.find(({ language }) => language === "json")?.text.slice(0, 20_000) ?? "{}"} />
          </Section>
        )}
        {foot}
      </article>
      <Static className="min-w-0">
        <aside id="examples" aria-label="Examples" className="flex min-w-0 flex-col gap-4 [&>*]:shrink-0 xl:sticky xl:top-16 xl:max-h-[calc(100vh-5rem)] xl:overflow-y-auto">
        {examples.map((example, index) => (
          <CodeBlock isStatic key={index} title={example.generated ? "Example, made up from the schema" : (example.summary ?? example.name ?? "Example")} language={example.language} code={example.text} />
        ))}
        </aside>
      </Static>
    </div>
  );
}
