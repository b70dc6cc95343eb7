import { CodeBlock } from "#components/ui/code-block.tsx";
import { bodyExamples, messageExamples, type ShownExample } from "./body-example.ts";
import { sampleChoices, sampleRequest } from "#lib/spec/samples/sample-request.ts";
import { writeSamples } from "#lib/spec/samples/write-samples.ts";
import { RequestSamples } from "./request-samples.tsx";
import type { MediaType } from "#lib/spec/normalized-spec.ts";
import type { SchemaMap } from "#lib/spec/outline/schema-values.ts";
import type { OperationView } from "./operation-view.ts";

/** What one copies: a call, and what comes back; for an event a message. */
export function OperationAside({ view }: { view: OperationView }) {
  const { operation, schemas } = view;
  const blocks = operation.kind === "event" ? examplesOfEvent(view) : httpExamples(view);
  const request = sampleRequest({ operation, servers: view.servers, securitySchemes: view.securitySchemes, schemas });
  if (request === null && blocks.length === 0) return null;
  return (
    <aside id="examples" aria-label="Examples" className="flex min-w-0 flex-col gap-3 [&>*]:shrink-0 xl:sticky xl:top-16 xl:max-h-[calc(100vh-5rem)] xl:overflow-y-auto">
      {request === null ? null : <RequestSamples samples={writeSamples(request)} />}
      {request !== null && !view.servers.some((server) => !server.url.startsWith("/")) ? <p className="text-xs text-muted">The document names no server: example.com stands for yours.</p> : null}
      {request === null || sampleChoices(operation).length < 2 ? null : <div><OtherSamples view={view} /></div>}
      {blocks.map((block) => (
        <Examples key={block.title} {...block} />
      ))}
    </aside>
  );
}

const otherSamplesMax = 8;

/** The same call with another media type or example of its body, each one click away. */
function OtherSamples({ view: { operation, servers, securitySchemes, schemas } }: { view: OperationView }) {
  return sampleChoices(operation).slice(1, otherSamplesMax + 1).map((choice, index) => {
    const request = sampleRequest({ operation, servers, securitySchemes, schemas, choice });
    return request === null ? null : (
      <details key={choice.label}>
        <summary className="s-more [[open]>&]:mb-2">Request: {choice.label}</summary>
        <RequestSamples samples={writeSamples(request)} name={`sample-language-${index + 1}`} plain />
      </details>
    );
  });
}

type Block = { title: string; examples: ShownExample[]; /** One opens it. */ closed?: boolean };

function Examples({ title, examples, closed = false }: Block) {
  const [first, ...rest] = examples;
  if (first === undefined) return null;
  if (closed) {
    return (
      <details>
        <summary className="s-more [[open]>&]:mb-2">{title}</summary>
        <ExampleCode title={title} example={first} charsMax={2_000} />
      </details>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <ExampleCode title={title} example={first} />
      {rest.map((example, index) => (
        <details key={index}>
          <summary className="s-more">{example.summary ?? example.name ?? `Example ${index + 2}`}</summary>
          <ExampleCode title={example.name ?? title} example={example} />
        </details>
      ))}
    </div>
  );
}

const shownCharsMax = 20_000;
const othersMax = 5;

function ExampleCode({ title, example, charsMax = shownCharsMax }: { title: string; example: ShownExample; charsMax?: number }) {
  const code = example.text.length > charsMax ? `${example.text.slice(0, charsMax)}\n…` : example.text;
  return <CodeBlock isStatic title={`${title}${example.generated ? ", made up from the schema" : example.summary ? `, ${example.summary}` : ""}`} language={example.language} code={code} className="[&_pre]:max-h-[480px] [&_pre]:overflow-y-auto" />;
}

function httpExamples({ operation, schemas }: OperationView): Block[] {
  const inbound = operation.kind !== "http";
  const request = examplesOf(operation.requestBody?.content ?? [], schemas, "request");
  const good = operation.responses.find((response) => response.status.startsWith("2") && response.content.length > 0);
  const answer = examplesOf(good?.content ?? [], schemas, "response");
  // A sample of a call holds its body already: by itself it is one click away.
  const own = request.filter((example) => inbound || !example.generated);
  const others = operation.responses.filter((response) => response !== good && response.content.length > 0).slice(0, othersMax);
  return [
    ...(own.length > 0 ? [inbound ? { title: "Request body", examples: own } : { title: "Request body by itself", examples: own.slice(0, 1), closed: true }] : []),
    ...(good !== undefined && answer.length > 0 ? [{ title: `${good.status} response`, examples: answer }] : []),
    ...others.flatMap((response) => {
      const [example] = response.content.flatMap((media) => bodyExamples(media, schemas, "response"));
      return example === undefined ? [] : [{ title: `${response.status} response`, examples: [example], closed: true }];
    }),
  ];
}

/** Those of the first media type that has any, then what the document itself gives for the others. */
function examplesOf(content: MediaType[], schemas: SchemaMap, direction: "request" | "response"): ShownExample[] {
  const lists = content.map((media) => ({ media, examples: bodyExamples(media, schemas, direction) })).filter(({ examples }) => examples.length > 0);
  return lists.flatMap(({ media, examples }, index) => (index === 0 ? examples : examples.filter(({ generated }) => !generated).map((example) => ({ ...example, summary: [media.mediaType, example.summary ?? example.name].filter(Boolean).join(", ") }))));
}

function examplesOfEvent({ messages, schemas, operation }: OperationView): Block[] {
  return messages.slice(0, 6).flatMap((message) => {
    const examples = messageExamples(message, schemas, operation.action === "receive" ? "request" : "response");
    return examples.length === 0 ? [] : [{ title: message.title ?? message.name, examples }];
  });
}
