import type { Operation, Server } from "../../normalized-spec.ts";
import type { Direction } from "../change.ts";
import type { DiffRun } from "../run.ts";
import { canonical } from "../schemas/canonical.ts";
import { compareBodies } from "./compare-bodies.ts";
import { compareEvent } from "./compare-events.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareResponses } from "./compare-responses.ts";
import { compareSecurity } from "./compare-security.ts";
import { pairOperations } from "./pair-operations.ts";

/** Operations by their key, in which the names of path parameters do not count. */
export function compareOperations(run: DiffRun): void {
  const pairs = pairOperations(run.base.operations, run.revision.operations);
  for (const operation of run.base.operations) {
    const now = pairs.get(operation);
    if (now) compareOperation(run, operation, now);
    else reportRemoved(run, operation);
  }
  const known = new Set(pairs.values());
  for (const operation of run.revision.operations) {
    if (!known.has(operation)) run.add("operation-added", `\`${operation.display}\` was added.`, { operation: operation.key, revision: operation });
  }
}

function reportRemoved(run: DiffRun, operation: Operation): void {
  const about = { operation: operation.key, base: operation };
  if (run.isPast(operation.sunset)) {
    run.add("operation-removed-after-sunset", `\`${operation.display}\` was removed after its sunset on ${operation.sunset}.`, about);
    return;
  }
  const emitted = operation.action === "send" || operation.kind === "webhook" || operation.kind === "callback";
  const rule = operation.action === "receive" ? "event-no-longer-received" : emitted ? "event-no-longer-sent" : "operation-removed";
  run.add(rule, `\`${operation.display}\` was removed${operation.sunset === null ? "" : ` before its sunset on ${operation.sunset}`}.`, about);
}

function compareOperation(run: DiffRun, base: Operation, revision: Operation): void {
  const about = { operation: base.key, base, revision };
  if (!base.deprecated && revision.deprecated) run.add("operation-deprecated", `\`${revision.display}\` is deprecated.`, about);
  if (base.deprecated && !revision.deprecated) run.add("operation-no-longer-deprecated", `\`${revision.display}\` is no longer deprecated.`, about);
  const earlier = base.sunset !== null && revision.sunset !== null && revision.sunset < base.sunset;
  if (base.sunset !== revision.sunset) run.add(earlier ? "sunset-moved-earlier" : "sunset-changed", `The sunset of \`${revision.display}\` is ${revision.sunset ?? "no longer announced"}.`, about);
  if (canonical(addresses(base.servers)) !== canonical(addresses(revision.servers))) run.add("servers-changed", `The servers of \`${revision.display}\` changed.`, about);
  if (base.kind === "event") {
    compareEvent(run, base, revision);
    compareSecurity(run, base, revision);
    return;
  }
  // The owner calls webhooks and callbacks itself: what was a request is emitted, the answer is accepted.
  const turned = base.kind !== "http";
  if (base.kind === "callback" && base.address !== revision.address) run.add("callback-address-changed", `The callback goes to \`${revision.address}\` instead of \`${base.address}\`.`, about);
  const [request, response]: [Direction, Direction] = turned ? ["response", "request"] : ["request", "response"];
  compareParameters(run, base, revision, request);
  compareBodies(run, base, revision, request);
  compareResponses(run, base, revision, response);
  if (!turned) compareSecurity(run, base, revision);
}

/** Servers of the document as a whole. */
export function compareServers(run: DiffRun): void {
  if (canonical(addresses(run.base.servers)) === canonical(addresses(run.revision.servers))) return;
  run.add("servers-changed", "The servers changed.", { operation: null, base: { file: run.base.root, pointer: "/servers" }, revision: { file: run.revision.root, pointer: "/servers" } });
}

function addresses(servers: Server[] | null): string[] {
  // The protocol stands by itself; AsyncAPI 2 writes it into the address or not.
  return (servers ?? []).map(({ url, protocol }) => `${protocol ?? ""} ${protocol === null ? url : url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "")}`.replace(/\/$/, "")).sort();
}
