import type { Operation, Parameter, Response } from "../../normalized-spec.ts";
import type { Direction } from "../change.ts";
import type { DiffRun } from "../run.ts";
import { isCompound } from "./compare-parameters.ts";
import { compareContent } from "./compare-content.ts";
import { compareSchemas } from "./schema-changes.ts";

/** Responses by status, or by the range or default that stands in for it; those to webhooks and callbacks are accepted by the owner. */
export function compareResponses(run: DiffRun, base: Operation, revision: Operation, direction: Direction): void {
  const known = new Set<Response>();
  for (const response of base.responses) {
    const now = findResponse(response.status, revision.responses) ?? standIn(response, base.responses, revision.responses);
    if (!now) {
      const parts = direction === "response" ? revision.responses.filter(({ status }) => isWithin(status, response.status)) : [];
      if (parts.length > 0) {
        run.add("response-removed", `Of the responses ${response.status} only ${parts.map(({ status }) => status).join(", ")} may come.`, { operation: base.key, direction, base: response, revision, fields: [placeOf(response.status)] });
        continue;
      }
      const success = isSuccess(response, base.responses);
      run.add(success ? "success-response-removed" : "response-removed", `The response ${response.status} was removed.`, { operation: base.key, direction, base: response, revision, ...(success ? {} : { fields: [placeOf(response.status)] }) });
      continue;
    }
    known.add(now);
    compareResponse(run, base.key, response, now, direction, response.status);
  }
  for (const response of revision.responses) {
    if (known.has(response)) continue;
    // One that is named beside its range, or the default, was what these said so far.
    const stoodIn = findResponse(response.status, base.responses);
    if (stoodIn) compareResponse(run, base.key, stoodIn, response, direction, response.status);
    else run.add("response-added", `The response ${response.status} was added.`, { operation: base.key, direction, base, revision: response });
  }
}

function findResponse(status: string, among: Response[]): Response | undefined {
  return among.find((other) => other.status === status) ?? among.find((other) => other.status === `${status[0]}XX`)
    ?? (status.startsWith("2") || status === "default" ? undefined : among.find((other) => other.status === "default"));
}

function isWithin(status: string, range: string): boolean {
  return /^\dXX$/.test(range) && status !== range && status.startsWith(range.charAt(0));
}

/** Where one side names no success, its `default` is the success that the other side names. */
function standIn(response: Response, all: Response[], among: Response[]): Response | undefined {
  const successes = among.filter(({ status }) => status.startsWith("2"));
  if (response.status === "default") return isSuccess(response, all) && successes.length === 1 ? successes[0] : undefined;
  return response.status.startsWith("2") && successes.length === 0 ? among.find(({ status }) => status === "default") : undefined;
}

/** `default` counts as success where no success is named. */
function isSuccess({ status }: Response, all: Response[]): boolean {
  return status.startsWith("2") || (status === "default" && !all.some((other) => other.status.startsWith("2")));
}

/** As manifests write it: `response` for any success. */
function placeOf(status: string): string {
  return status.startsWith("2") ? "response" : `response.${status}`;
}

function compareResponse(run: DiffRun, operation: string, base: Response, revision: Response, direction: Direction, status: string): void {
  const place = placeOf(status);
  if (base.content.length > 0 && revision.content.length === 0) {
    run.add("response-body-removed", `The body of the response ${status} was removed.`, { operation, direction, base, revision, fields: [place] });
  } else {
    const rules = direction === "response" ? ({ removed: "response-media-type-removed", added: "response-media-type-added" } as const) : ({ removed: "request-media-type-removed", added: "request-media-type-added" } as const);
    compareContent(run, { content: base.content, place: base }, { content: revision.content, place: revision }, { operation, direction, wire: "typed", place }, base.content.length === 0 ? { ...rules, added: null } : rules);
  }
  compareHeaders(run, operation, base, revision, direction, place);
}

function compareHeaders(run: DiffRun, operation: string, base: Response, revision: Response, direction: Direction, place: string): void {
  const byName = (headers: Parameter[]) => new Map(headers.filter(({ name }) => name.toLowerCase() !== "content-type").map((header) => [header.name.toLowerCase(), header]));
  const [before, after] = [byName(base.headers), byName(revision.headers)];
  const about = (header: Parameter) => ({ operation, direction, fields: [`${place}.header.${header.name}`] });
  for (const [name, header] of before) {
    const now = after.get(name);
    if (now) compareHeader(run, operation, header, now, direction, `${place}.header.${header.name}`);
    else run.add(header.required ? "response-header-removed-required" : "response-header-removed", `The header \`${header.name}\` of the response ${base.status} was removed.`, { ...about(header), base: header, revision });
  }
  for (const [name, header] of after) {
    if (before.has(name)) continue;
    if (header.required && direction === "request") run.add("parameter-added-required", `The header \`${header.name}\` is needed in the answer ${revision.status}.`, { ...about(header), base, revision: header });
    else run.add("response-header-added", `The header \`${header.name}\` was added to the response ${base.status}.`, { ...about(header), base, revision: header });
  }
}

function compareHeader(run: DiffRun, operation: string, base: Parameter, revision: Parameter, direction: Direction, field: string): void {
  const about = { operation, direction, base, revision, fields: [field] };
  const [strict, lax] = direction === "response" ? [base, revision] : [revision, base];
  if (strict.required && !lax.required) run.add("response-header-became-optional", `The header \`${base.name}\` is no longer certain to come.`, about);
  if (!strict.required && lax.required) run.add("response-header-became-required", `The header \`${base.name}\` is now certain to come.`, about);
  if (base.explode !== revision.explode && base.explode !== null && revision.explode !== null) {
    run.add(isCompound(run, base, "base") || isCompound(run, revision, "revision") ? "response-header-format-changed" : "explode-changed-on-scalar", `The header \`${base.name}\` now has \`explode: ${revision.explode}\`.`, about);
  }
  if (base.schema !== null && revision.schema !== null) {
    compareSchemas(run, { schema: base.schema, file: base.file, pointer: `${base.pointer}/schema` }, { schema: revision.schema, file: revision.file, pointer: `${revision.pointer}/schema` }, { operation, direction, wire: "text", place: field });
  } else if ((base.content === null) !== (revision.content === null)) {
    run.add("response-header-format-changed", `The header \`${base.name}\` is now written ${revision.content ? "as a media type" : "by a schema"}.`, about);
  } else if (base.content && revision.content) {
    compareContent(run, { content: base.content, place: base }, { content: revision.content, place: revision }, { operation, direction, wire: "typed", place: field }, { removed: "response-header-format-changed", added: null });
  }
}
