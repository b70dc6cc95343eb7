/**
 * A small mesh with known truth: an HTTP interface and one of events, their next versions, and who uses what of them.
 * `truth` says for each consumer and each change what it does to it; what is not named does nothing.
 */

const response = (properties: string, required: string) => `{ description: fine, content: { application/json: { schema: { type: object, required: [${required}], properties: { ${properties} } } } } }`;

type Http = { status: boolean; email: boolean; channel: boolean; removable: boolean; levels: string; coupon: string; note: boolean };

const http = ({ status, email, channel, removable, levels, coupon, note }: Http) => `openapi: 3.1.0
info: { title: Shop orders, version: ${JSON.stringify(status ? "1.0.0" : "2.0.0")} }
paths:
  /orders:
    get:
      parameters: [${status ? "{ name: status, in: query, schema: { type: string } }, " : ""}{ name: page, in: query, schema: { type: integer } }]
      responses: { "200": ${response(`id: { type: string }${note ? ", note: { type: string }" : ""}`, "id")} }
    post:
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, required: [sku${channel ? ", channel" : ""}], properties: { sku: { type: string }, coupon: { type: string${coupon} }${channel ? ", channel: { type: string }" : ""} } } } }
      responses: { "201": { description: made } }
  /orders/{orderId}:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
    get:
      responses: { "200": ${response(`id: { type: string }, total: { type: number }, customer: { type: object, required: [name${email ? ", email" : ""}], properties: { name: { type: string }${email ? ", email: { type: string }" : ""} } }`, "id, total, customer")} }
${removable ? `    delete:\n      responses: { "204": { description: gone } }\n` : ""}  /stock:
    get:
      responses: { "200": ${response(`level: { type: string, enum: [${levels}] }`, "level")} }
`;

type Events = { total: boolean; actor: boolean; reason: string; states: string; kinds: string };

const events = ({ total, actor, reason, states, kinds }: Events) => `asyncapi: 3.0.0
info: { title: Shop events, version: ${JSON.stringify(total ? "1.0.0" : "2.0.0")} }
servers: { main: { host: "kafka.test-shop.com:9092", protocol: kafka } }
channels:
  placed:
    address: orders.placed
    messages: { OrderPlaced: { payload: { type: object, required: [id${total ? ", total" : ""}], properties: { id: { type: string }, ${total ? "total: { type: number }, " : ""}state: { type: string, enum: [${states}] } } } } }
  commands:
    address: orders.commands
    messages: { CancelOrder: { payload: { type: object, required: [id${actor ? ", actor" : ""}], properties: { id: { type: string }, reason: { type: string${reason} }, kind: { type: string, enum: [${kinds}] }${actor ? ", actor: { type: string }" : ""} } } } }
operations:
  sendPlaced: { action: send, channel: { $ref: "#/channels/placed" } }
  takeCommands: { action: receive, channel: { $ref: "#/channels/commands" } }
`;

/** Somebody else's document on the same broker: what it does follows from it. */
const peer = (title: string, action: "send" | "receive", name: string, address: string, message: string) => `asyncapi: 3.0.0
info: { title: ${title}, version: "1" }
servers: { main: { host: "kafka.test-shop.com:9092", protocol: kafka } }
channels: { ${name}: { address: ${address}, messages: { ${message}: { payload: { type: object } } } } }
operations: { act: { action: ${action}, channel: { $ref: "#/channels/${name}" } } }
`;

export const documents = {
  http: {
    before: http({ status: true, email: true, channel: false, removable: true, levels: "low, high", coupon: "", note: false }),
    after: http({ status: false, email: false, channel: true, removable: false, levels: "low, high, none", coupon: ", maxLength: 8", note: true }),
  },
  events: {
    before: events({ total: true, actor: false, reason: "", states: "open, paid", kinds: "full" }),
    after: events({ total: false, actor: true, reason: ", maxLength: 20", states: "open, paid, lost", kinds: "full, part" }),
  },
  peers: {
    alerts: peer("Alerts", "receive", "placed", "orders.placed", "OrderPlaced"),
    // Two that send what one receives: a command, which the receiver owns.
    gateway: peer("Gateway", "send", "commands", "orders.commands", "CancelOrder"),
    courier: peer("Courier", "send", "commands", "orders.commands", "CancelOrder"),
  },
};

/** What each change is known by: its rule's subject and operation. */
export const changes = {
  "query parameter removed": ["parameter-removed", "GET /orders"],
  "response field removed": ["response-required-property-removed", "GET /orders/{}"],
  "body field demanded": ["request-required-property-added", "POST /orders"],
  "body field shortened": ["request-max-length-narrowed", "POST /orders"],
  "operation removed": ["operation-removed", "DELETE /orders/{}"],
  "response value added": ["response-enum-widened", "GET /stock"],
  "response field added": ["response-property-added", "GET /orders"],
  "event field removed": ["response-required-property-removed", "send orders.placed"],
  "event value added": ["response-enum-widened", "send orders.placed"],
  "command field demanded": ["request-required-property-added", "receive orders.commands"],
  "command field shortened": ["request-max-length-narrowed", "receive orders.commands"],
  "command value added": ["request-enum-widened", "receive orders.commands"],
} as const;
export type ChangeName = keyof typeof changes;

type Use = { operation: string; fields?: string[] };
type Truth = { verdict: "broken" | "at risk" | "unaffected" | "unknown"; effects?: Partial<Record<ChangeName, "broken" | "at risk">>; uses?: Use[]; /** Not seen by the producer. */ hidden?: true };

export const httpConsumers: Record<string, Truth> = {
  portal: { uses: [{ operation: "GET /orders", fields: ["request.query.status", "response.id"] }], verdict: "broken", effects: { "query parameter removed": "broken" } },
  pager: { uses: [{ operation: "GET /orders", fields: ["request.query.page", "response.id"] }], verdict: "unaffected" },
  billing: { uses: [{ operation: "GET /orders/{orderId}", fields: ["response.total"] }], verdict: "unaffected" },
  mailer: { uses: [{ operation: "GET /orders/{id}", fields: ["response.customer.email"] }], verdict: "broken", effects: { "response field removed": "broken" } },
  crm: { uses: [{ operation: "GET /orders/{orderId}", fields: ["response.customer"] }], verdict: "at risk", effects: { "response field removed": "at risk" } },
  audit: { uses: [{ operation: "GET /orders/{orderId}" }], verdict: "at risk", effects: { "response field removed": "at risk" } },
  shop: { uses: [{ operation: "POST /orders", fields: ["request.body.sku", "request.body.coupon"] }], verdict: "broken", effects: { "body field demanded": "broken", "body field shortened": "broken" } },
  kiosk: { uses: [{ operation: "POST /orders", fields: ["request.body.sku"] }], verdict: "broken", effects: { "body field demanded": "broken" } },
  cleaner: { uses: [{ operation: "DELETE /orders/{orderId}" }], verdict: "broken", effects: { "operation removed": "broken" } },
  dashboard: { uses: [{ operation: "GET /stock", fields: ["response.level"] }], verdict: "at risk", effects: { "response value added": "at risk" } },
  partner: { verdict: "unknown" },
  mixed: { uses: [{ operation: "GET /orders", fields: ["response.id"] }, { operation: "GET /stock", fields: ["response.level"] }], verdict: "at risk", effects: { "response value added": "at risk" } },
  vault: { uses: [{ operation: "DELETE /orders/{orderId}" }], verdict: "broken", effects: { "operation removed": "broken" }, hidden: true },
};

export const eventConsumers: Record<string, Truth> = {
  warehouse: { uses: [{ operation: "send orders.placed", fields: ["payload.total"] }], verdict: "broken", effects: { "event field removed": "broken" } },
  indexer: { uses: [{ operation: "send orders.placed", fields: ["payload.id"] }], verdict: "unaffected" },
  // Follows from its document, which does not say which fields it reads.
  alerts: { verdict: "at risk", effects: { "event field removed": "at risk", "event value added": "at risk" } },
  desk: { uses: [{ operation: "receive orders.commands", fields: ["payload.id", "payload.reason"] }], verdict: "broken", effects: { "command field demanded": "broken", "command field shortened": "broken" } },
  bot: { uses: [{ operation: "receive orders.commands", fields: ["payload.id"] }], verdict: "broken", effects: { "command field demanded": "broken" } },
  gateway: { verdict: "broken", effects: { "command field demanded": "broken", "command field shortened": "at risk" } },
  courier: { verdict: "broken", effects: { "command field demanded": "broken", "command field shortened": "at risk" } },
  watcher: { verdict: "unknown" },
  spy: { uses: [{ operation: "send orders.placed", fields: ["payload.state"] }], verdict: "at risk", effects: { "event value added": "at risk" }, hidden: true },
};

/** A consumer's manifest, as its repository would send it. */
export function manifestOf(service: string, slug: string, { uses }: Truth): string {
  return JSON.stringify({ service, consumes: [{ interface: slug, ...(uses ? { uses } : {}) }] });
}
