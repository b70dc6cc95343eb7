import type { Message } from "#lib/spec/normalized-spec.ts";
import { Static } from "#components/static/static.tsx";
import { Section } from "#components/ui/page-header.tsx";
import { EventFacts } from "./event-facts.tsx";
import { MessageBody } from "./message-body.tsx";
import { OperationSecurity } from "./operation-security.tsx";
import { ServerList } from "./server-list.tsx";
import type { OperationView } from "./operation-view.ts";

/** Direction, channel, servers, messages and reply of an event. */
export function EventBody({ view }: { view: OperationView }) {
  const { operation } = view;
  return (
    <div className="mt-6">
      <EventFacts view={view} />
      <Messages title={view.messages.length === 1 ? "Message" : "Messages"} messages={view.messages} view={view} empty="The document names no message for it." />
      {operation.reply === null ? null : (
        <Section id="reply" title="Reply">
          <p className="text-sm text-muted">{replyWords(view)}</p>
          {view.replyMessages.map((message) => (
            <div key={message.id} className="mt-4">
              <Static>
                <MessageBody message={message} id={`reply.${message.id}`} view={view} heading="h3" />
              </Static>
            </div>
          ))}
        </Section>
      )}
      <Section id="servers" title="Servers">
        <ServerList servers={view.servers} />
      </Section>
      {operation.security.length > 0 ? <OperationSecurity security={operation.security} schemes={view.securitySchemes} /> : null}
    </div>
  );
}

function Messages({ title, messages, view, empty }: { title: string; messages: Message[]; view: OperationView; empty: string }) {
  if (messages.length === 0)
    return (
      <Section id="messages" title={title}>
        <p className="text-sm text-muted">{empty}</p>
      </Section>
    );
  return (
    <Section id="messages" title={title} count={messages.length > 1 ? messages.length : null}>
      {messages.length > 1 ? (
        <ul className={`mb-4 flex gap-y-1 text-sm ${messages.some(({ summary }) => summary) ? "flex-col" : "flex-wrap gap-x-3"}`}>
          {messages.map((message) => (
            <li key={message.id}>
              <a href={`#${encodeURI(`message.${message.id}`)}`} className="text-accent underline decoration-1 underline-offset-3 [overflow-wrap:anywhere]">
                {message.title ?? message.name}
              </a>
              {message.summary ? <span className="ml-2 text-muted">{message.summary}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex flex-col gap-8">
        {messages.map((message, index) => (
          // The first message's properties have the short address.
          <div key={message.id} id={`message.${message.id}`} className="target:bg-accent-tint">
            <Static>
              <MessageBody message={message} id={index === 0 ? "" : message.id} view={view} heading="h3" />
            </Static>
          </div>
        ))}
      </div>
    </Section>
  );
}

function replyWords({ operation, replyMessages }: OperationView): string {
  const where = operation.reply?.address ? `to the address found at ${operation.reply.address}` : operation.reply?.channel ? `on ${operation.reply.channel}` : "";
  const what = replyMessages.length === 0 ? "A reply comes" : `Answered with ${replyMessages.map((message) => message.title ?? message.name).join(" or ")}`;
  return `${what} ${where}`.trim() + ".";
}
