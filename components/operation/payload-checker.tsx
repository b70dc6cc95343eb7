"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field, Textarea } from "#components/ui/field.tsx";
import type { StandaloneSchema } from "#lib/spec/outline/standalone-schema.ts";

type Finding = { where: string; what: string };
type State = { state: "idle" | "checking" | "fits" } | { state: "failed"; why: string } | { state: "misfits"; findings: Finding[] };

const shownMax = 30;

/** An error of an object says only that one of its parts is wrong, which is said there. */
function innermost<E extends { keyword: string; instanceLocation: string }>(errors: E[]): E[] {
  const closed = errors.some(({ keyword }) => keyword === "false");
  const own = errors.filter(({ keyword }) => !["false", "properties", "items", "$ref", "allOf", "prefixItems", "patternProperties", ...(closed ? [] : ["additionalProperties"])].includes(keyword));
  return own.length > 0 ? own : errors;
}

/** Judges a pasted payload by a message's schema, in the browser: the payload is sent nowhere. */
export function PayloadChecker({ schemaHref, example }: { schemaHref: string; example: string }) {
  const [text, setText] = useState(example);
  const [state, setState] = useState<State>({ state: "idle" });

  async function check() {
    let payload: unknown;
    try {
      payload = JSON.parse(text);
    } catch (error) {
      return setState({ state: "failed", why: `This is not JSON: ${error instanceof Error ? error.message : String(error)}` });
    }
    setState({ state: "checking" });
    try {
      const [{ Validator }, response] = await Promise.all([import("@cfworker/json-schema"), fetch(schemaHref)]);
      if (!response.ok) throw new Error(`status ${response.status}`);
      const { schema, draft } = (await response.json()) as StandaloneSchema;
      const { valid, errors } = new Validator(schema as object, draft, false).validate(payload);
      setState(valid ? { state: "fits" } : { state: "misfits", findings: innermost(errors).map(({ instanceLocation, error }) => ({ where: instanceLocation.replace(/^#\/?/, "") || "the payload", what: error })) });
    } catch (error) {
      setState({ state: "failed", why: `The schema could not be fetched or read (${error instanceof Error ? error.message : String(error)}).` });
    }
  }

  return (
    <div className="flex flex-col gap-2">
      <Field id="payload" label="Payload" hint="Judged in your browser; it is sent nowhere.">
        <Textarea id="payload" aria-describedby="payload-note" className="min-h-48 font-mono text-xs" spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <p>
        <Button size="sm" disabled={state.state === "checking"} onClick={() => void check()}>
          Check
        </Button>
      </p>
      <div role="status" className="text-sm">
        {state.state === "fits" ? <p className="text-green">It fits the schema.</p> : null}
        {state.state === "failed" ? <p className="text-red">{state.why}</p> : null}
        {state.state === "misfits" ? (
          <>
            <p className="text-red">It does not fit the schema.</p>
            <ul className="mt-1 text-xs">
              {state.findings.slice(0, shownMax).map((finding, index) => (
                <li key={index} className="border-b border-line py-1 [overflow-wrap:anywhere]">
                  <code>{finding.where}</code> {finding.what}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </div>
  );
}
