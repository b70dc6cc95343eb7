import type { EvidenceDetail } from "#db/schema/mesh/evidence.ts";

export type Flow = "call" | "event" | "command";
export type EvidenceKind = "declared" | "specified" | "possible" | "observed";

/**
 * One use as a source of evidence says it. It comes from a service or, where none is known, from an interface that stands
 * for itself; it leads to an operation of an interface, to an interface, to a service, or to words not known yet.
 */
export type Use = {
  fromServiceId: number | null;
  fromInterfaceId: number | null;
  toInterfaceId: number | null;
  /** Only where no interface is known: the provider of an interface is looked up. */
  toServiceId: number | null;
  /** `null` is the main line. */
  line: string | null;
  operationKey: string | null;
  message: string | null;
  flow: Flow;
  unresolved: string | null;
  reason?: string | null;
  detail?: EvidenceDetail | null;
};

/** What an operation's key says of the direction: who receives an event uses its emitter, who sends a command its receiver. */
export function flowOf(operationKey: string | null): Flow {
  if (operationKey?.startsWith("receive ")) return "command";
  return operationKey && /^send |^WEBHOOK | CALLBACK /.test(operationKey) ? "event" : "call";
}

/** A line as it is kept with a use: `default` is the main line, which has no name there. */
export function lineOfUse(line: string | null | undefined): string | null {
  return !line || line === "default" ? null : line;
}
