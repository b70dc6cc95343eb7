"use client";
import { useState, type FormEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox, Field, Input, Select } from "#components/ui/field.tsx";
import { TryBodyFields, contentOf } from "./try-body-fields.tsx";
import { buildCall, type TryInput, type TryOperation } from "./call.ts";
import { sendFromBrowser, sendThroughProxy, type Answer } from "./send-call.ts";
import { TryAnswer } from "./try-answer.tsx";

type State = { state: "idle" | "sending" } | { state: "failed"; why: string } | { state: "answered"; answer: Answer };

/**
 * Fills in and sends a request from the browser. What authenticates is kept in this component only, and forgotten when
 * another server is chosen, so that it reaches one host.
 */
export function TryForm({ operation, proxy }: { operation: TryOperation; /** Where this installation sends calls itself; `null` where it does not. */ proxy: string | null }) {
  const [input, setInput] = useState<TryInput>({
    server: operation.servers[0]?.url ?? "",
    values: Object.fromEntries(operation.fields.map((field) => [`${field.in} ${field.name}`, field.value])),
    secrets: {},
    mediaType: operation.bodies[0]?.mediaType ?? null,
    ...contentOf(operation.bodies[0]),
  });
  const [throughProxy, setThroughProxy] = useState(false);
  const [state, setState] = useState<State>({ state: "idle" });
  const change = (part: Partial<TryInput>) => setInput((known) => ({ ...known, ...part }));

  const chosen = operation.bodies.find((body) => body.mediaType === input.mediaType);

  async function send(event: FormEvent) {
    event.preventDefault();
    setState({ state: "sending" });
    try {
      const call = buildCall(operation, input);
      setState({ state: "answered", answer: proxy !== null && throughProxy ? await sendThroughProxy(proxy, call) : await sendFromBrowser(call) });
    } catch (error) {
      setState({ state: "failed", why: error instanceof Error ? error.message : String(error) });
    }
  }

  return (
    <form className="grid grid-cols-1 gap-x-10 gap-y-6 xl:grid-cols-2" onSubmit={(event) => void send(event)} autoComplete="off">
      <div className="flex min-w-0 flex-col gap-4">
        <noscript>
          <p className="text-sm text-amber">Sending a request from here needs scripts, which are off in this browser. The samples on the operation’s page can be copied without.</p>
        </noscript>
        <Field id="try-server" label="Server">
          <Select id="try-server" value={input.server} onChange={(event) => change({ server: event.target.value, secrets: {} })}>
            {operation.servers.map((server) => (
              <option key={server.url} value={server.url}>
                {server.url}
              </option>
            ))}
          </Select>
        </Field>
        {operation.secrets.map((secret) => (
          <Field key={secret.scheme} id={`try-secret-${secret.scheme}`} label={secret.label} hint={secret.kind === "basic" ? "name:password. Sent to the chosen server only, and not kept." : "Sent to the chosen server only, and not kept."}>
            <Input id={`try-secret-${secret.scheme}`} type="password" autoComplete="off" value={input.secrets[secret.scheme] ?? ""} onChange={(event) => change({ secrets: { ...input.secrets, [secret.scheme]: event.target.value } })} />
          </Field>
        ))}
        {operation.fields.map((field) => {
          const key = `${field.in} ${field.name}`;
          const id = `try-${field.in}-${field.name}`;
          return (
            <Field key={key} id={id} label={<code>{field.name}</code>} hint={[field.in, field.required ? "required" : "", field.shape === "list" ? "several are separated by commas" : field.shape === "object" ? "as JSON, sent as the document says" : ""].filter(Boolean).join(", ")}>
              <Input id={id} list={field.choices.length > 0 ? `${id}-choices` : undefined} value={input.values[key] ?? ""} onChange={(event) => change({ values: { ...input.values, [key]: event.target.value } })} />
              {field.choices.length > 0 ? (
                <datalist id={`${id}-choices`}>
                  {field.choices.map((choice) => (
                    <option key={choice} value={choice} />
                  ))}
                </datalist>
              ) : null}
            </Field>
          );
        })}
        {operation.bodies.length > 1 ? (
          <Field id="try-media" label="Media type">
            <Select id="try-media" value={input.mediaType ?? ""} onChange={(event) => change({ mediaType: event.target.value, ...contentOf(operation.bodies.find((body) => body.mediaType === event.target.value)) })}>
              {operation.bodies.map((body) => (
                <option key={body.mediaType}>{body.mediaType}</option>
              ))}
            </Select>
          </Field>
        ) : null}
        {chosen === undefined ? null : <TryBodyFields key={chosen.mediaType} body={chosen} required={operation.bodyRequired} input={input} change={change} />}
        {proxy === null ? null : <Checkbox label="Send through Intermesh, for servers that other sites may not call" checked={throughProxy} onChange={(event) => setThroughProxy(event.target.checked)} />}
        <p>
          <Button type="submit" variant="primary" disabled={state.state === "sending"}>
            {state.state === "sending" ? "Sending…" : `Send ${operation.method}`}
          </Button>
        </p>
      </div>
      <div className="min-w-0" aria-live="polite">
        {state.state === "failed" ? (
          <p role="alert" className="text-sm text-red">
            {state.why}
          </p>
        ) : state.state === "answered" ? (
          <TryAnswer answer={state.answer} />
        ) : (
          <p className="text-sm text-muted">The answer is shown here.</p>
        )}
      </div>
    </form>
  );
}
