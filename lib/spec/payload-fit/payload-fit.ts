import { diffSpecs } from "../diff/diff-specs.ts";
import type { Message, NormalizedSpec, Schema } from "../normalized-spec.ts";

/** One side of a channel: a message, and the schemas that it refers to. */
export type PayloadSide = { message: Message; schemas: Schema[] };
/** `fits`: every payload that is sent may be received. Else the first field that says so, and all of them in a sentence. */
export type PayloadFit = { verdict: "fits" | "misfits" | "unknown"; field: string | null; sentence: string };

// A receiver that leaves a field out ignores it; what is sent and not named does no harm.
const harmless = new Set(["request-property-removed", "message-name-changed"]);

/**
 * Whether everything that one side sends is something that the other side accepts: the question that a change of an
 * accepted payload asks, with the sender's schema as what was and the receiver's as what is demanded now.
 */
export function payloadFit(sent: PayloadSide, received: PayloadSide): PayloadFit {
  const undecided = (sentence: string): PayloadFit => ({ verdict: "unknown", field: null, sentence });
  if (sent.message.payload === null || received.message.payload === null) {
    const one = sent.message.payload === null ? "The sender's" : "The receiver's";
    return undecided(`${one} payload is not described by a JSON Schema, so it cannot be told.`);
  }
  const { changes } = diffSpecs(documentOf(sent), documentOf(received));
  const telling = changes.filter(({ rule, level, fields }) => !harmless.has(rule) && level !== "info" && fields.length > 0);
  const breaking = telling.filter(({ level }) => level === "breaking");
  const found = breaking.length > 0 ? breaking : telling;
  if (found.length === 0) return { verdict: "fits", field: null, sentence: "Every payload that is sent may be received." };
  return { verdict: breaking.length > 0 ? "misfits" : "unknown", field: found[0]?.fields[0] ?? null, sentence: sentenceOf(found) };
}

const most = 5;

/** All that does not fit, in words of sender and receiver. */
function sentenceOf(found: { rule: string; message: string; fields: string[] }[]): string {
  const said = [...new Set(found.map(wordsOf))];
  const words = [...said.slice(0, most), ...(said.length > most ? [`and ${said.length - most} more`] : [])].join("; ");
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

function wordsOf({ rule, message, fields }: { rule: string; message: string; fields: string[] }): string {
  const field = `\`${fields[0] ?? "payload"}\``;
  if (rule === "request-required-property-added") return `the receiver requires ${field}, the sender does not send it`;
  if (rule === "request-property-became-required") return `the receiver requires ${field}, the sender may leave it out`;
  if (rule === "request-nullable-narrowed") return `the sender may send null as ${field}, the receiver does not accept it`;
  const [, what, sent, received] = /^The (.+?) of `.+?` changed from (.+) to (.+)\.$/.exec(message) ?? [];
  if (what) return `the ${what} of ${field} is ${sent} at the sender, ${received} at the receiver`;
  const lost = /lost the values? (.+)\.$/.exec(message)?.[1];
  return lost ? `the sender may send ${lost} as ${field}, the receiver does not accept it` : `from sender to receiver, at ${field}: ${message.replace(/\.$/, "")}`;
}

/** A document that accepts this message and nothing else. */
function documentOf({ message, schemas }: PayloadSide): NormalizedSpec {
  const none = { title: "", label: "", summary: null, description: null, termsOfService: null, contact: null, license: null, externalDocs: null };
  const plain = { ...message, id: "message", name: "message", contentType: null, headers: null, correlationId: null, bindings: null };
  return {
    ...none, format: "asyncapi", specVersion: "3.0.0", tags: [], servers: [], securitySchemes: [], perspective: "owner", properties: [], extensions: {}, root: message.file, files: [message.file],
    schemas, messages: [plain],
    channels: [{ id: "channel", address: "channel", title: null, summary: null, description: null, parameters: [], servers: [], messages: ["message"], tags: [], deprecated: false, internal: false, bindings: null, file: message.file, pointer: "" }],
    operations: [{
      key: "receive channel", display: "receive channel", kind: "event", action: "receive", address: "channel", parent: null, operationIds: [], summary: null, description: null, tags: [], deprecated: false, sunset: null, internal: false,
      externalDocs: null, servers: null, security: [], parameters: [], requestBody: null, responses: [], callbacks: [], channel: "channel", messages: ["message"], reply: null, bindings: null, extensions: {}, file: message.file, pointer: "",
    }],
  };
}
