import type { Operation } from "../../normalized-spec.ts";
import type { Direction } from "../change.ts";
import type { DiffRun } from "../run.ts";
import { compareContent } from "./compare-content.ts";

/** Request bodies; those of webhooks and callbacks are emitted by the owner. */
export function compareBodies(run: DiffRun, base: Operation, revision: Operation, direction: Direction): void {
  const [before, after] = [base.requestBody, revision.requestBody];
  const about = { operation: base.key, direction, base: before ?? base, revision: after ?? revision };
  if (!before && !after) return;
  if (!before || !after) {
    const emitted = direction === "response";
    const rule = before ? "request-body-removed" : after?.required && !emitted ? "request-body-added-required" : "request-body-added";
    run.add(rule, `The ${after?.required ? "required " : ""}request body was ${before ? "removed" : "added"}.`, { ...about, fields: rule === "request-body-added" ? ["request.body"] : [] });
    return;
  }
  const [strict, lax] = direction === "request" ? [before, after] : [after, before];
  if (!strict.required && lax.required) run.add("request-body-became-required", direction === "request" ? "The request body became required." : "The body is no longer certain to come.", about);
  if (strict.required && !lax.required) run.add("request-body-became-optional", direction === "request" ? "The request body became optional." : "The body is now certain to come.", about);
  const rules = direction === "request" ? ({ removed: "request-media-type-removed", added: "request-media-type-added" } as const) : ({ removed: "response-media-type-removed", added: "response-media-type-added" } as const);
  compareContent(run, { content: before.content, place: before }, { content: after.content, place: after }, { operation: base.key, direction, wire: "typed", place: "request.body" }, rules);
}
