/** Every name and text that nobody outside may read holds this word, and nothing else does. */
export const closedWord = "zanzibar";
/** The same of what is marked `x-internal`, which visitors may not read and whoever signs in may. */
export const internalWord = "quokka";

/** How often the document was published: each time what is hidden in it differs as well. */
type Time = 1 | 2;

/** What everyone may read, with parts that a rule closes and parts that are marked `x-internal`, wherever a part can be named. */
export function partlyHiddenApi(time: Time): string {
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Open", version: `1.${time}`, description: "Everyone may read this." },
    servers: [{ url: "https://open.acme-shop.com" }],
    tags: [{ name: "orders" }, { name: "zanzibar", description: "All of zanzibar" }, { name: "quokka", description: "All of quokka" }],
    "x-tagGroups": [{ name: "All", tags: ["orders", "zanzibar", "quokka"] }],
    paths: {
      "/orders": {
        get: {
          operationId: "listOrders", tags: ["orders"],
          responses: { 200: { description: "fine", content: { "application/json": { schema: ref("Order"), example: { id: "1", zanzibarNote: "zanzibar", quokkaNote: "quokka" } } }, links: { zanzibar: { operationId: "getZanzibar" }, quokka: { operationId: "getQuokka" } } } },
        },
      },
      "/zanzibar/{zanzibarId}": { get: hiddenOperation("Zanzibar", time) },
      "/zanzibar-left": { get: { ...hiddenOperation("Zanzibar", time), operationId: "getZanzibarLeft", deprecated: true } },
      ...(time === 1 ? { "/zanzibar-gone": { get: { ...hiddenOperation("Zanzibar", time), operationId: "getZanzibarGone" } } } : {}),
      "/quokka/{quokkaId}": { get: { ...hiddenOperation("Quokka", time), "x-internal": true } },
      ...(time === 1 ? { "/quokka-gone": { get: { ...hiddenOperation("Quokka", time), operationId: "getQuokkaGone", "x-internal": true } } } : {}),
    },
    webhooks: { zanzibarHeard: { post: { tags: ["zanzibar"], responses: { 200: { description: "fine" } } } } },
    components: {
      schemas: {
        Order: { type: "object", properties: { id: { type: "string" }, zanzibarNote: { type: time === 1 ? "string" : "integer" }, quokkaNote: { type: time === 1 ? "string" : "integer", "x-internal": true } } },
        OnlyZanzibar: hiddenSchema("zanzibar", time),
        OnlyQuokka: hiddenSchema("quokka", time),
      },
      securitySchemes: { zanzibarKey: { type: "apiKey", in: "header", name: "zanzibar-key" }, quokkaKey: { type: "apiKey", in: "header", name: "quokka-key" } },
    },
  });
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const hiddenSchema = (word: string, time: Time) => ({ type: "object", title: `${word} title`, description: `${word} words`, required: time === 1 ? [] : [`${word}Inner`], properties: { [`${word}Inner`]: { type: "string" } } });

/** With a mistake in it, so that there is a finding on it. */
function hiddenOperation(name: string, time: Time) {
  const word = name.toLowerCase();
  return {
    operationId: `get${name}`, summary: `The ${word}`, description: `All about ${word}`, tags: [word], security: [{ [`${word}Key`]: [] }],
    ...(time === 1 ? {} : { deprecated: true, "x-sunset": "2099-01-01" }),
    parameters: [{ name: `${word}Id`, in: "path", required: true, schema: { type: "string" } }, { name: `${word}Filter`, in: "query", schema: { type: "array" }, required: time === 2 }],
    responses: { 200: { content: { "application/json": { schema: ref(`Only${name}`) } } } },
  };
}

/** The same of events: messages and channels that a rule closes, and such as are marked. */
export function partlyHiddenEvents(time: Time): string {
  const payload = (word: string) => ({ type: "object", properties: { [`${word}Inner`]: { type: time === 1 ? "string" : "integer" } } });
  const on = (channel: string, more = {}) => ({ action: "send", channel: { $ref: `#/channels/${channel}` }, ...more });
  return JSON.stringify({
    asyncapi: "3.0.0",
    info: { title: "Open events", version: `1.${time}` },
    servers: { main: { host: "kafka.acme-shop.com:9092", protocol: "kafka" } },
    channels: {
      orders: { address: "open.events", messages: { OrderPlaced: { payload: { type: "object", properties: { id: { type: "string" }, zanzibarNote: { type: "string" } } } }, ZanzibarHappened: { summary: "zanzibar", payload: payload("zanzibar") }, QuokkaHappened: { "x-internal": true, payload: payload("quokka") } } },
      zanzibar: { address: "zanzibar.sent", messages: { ZanzibarSent: { payload: payload("zanzibar") } } },
      quokka: { address: "quokka.sent", "x-internal": true, messages: { QuokkaSent: { "x-internal": true, payload: payload("quokka") } } },
    },
    operations: { act: on("orders"), sendZanzibar: on("zanzibar", { summary: "zanzibar" }), sendQuokka: on("quokka", { "x-internal": true }) },
  });
}

/** All of it closed: whoever may not read it knows neither its title nor what is in it. */
export function closedApi(time: Time): string {
  return partlyHiddenApi(time).replace('"title":"Open"', '"title":"Secret zanzibar"').replaceAll("/orders", "/zanzibar-orders").replaceAll("Quokka", "Zanzibar2").replaceAll("quokka", "zanzibar2");
}

export function closedEvents(time: Time): string {
  return partlyHiddenEvents(time).replace("Open events", "Secret zanzibar events").replaceAll("open.events", "open.zanzibar").replaceAll("Quokka", "Zanzibar2").replaceAll("quokka", "zanzibar2").replaceAll('"action":"send"', '"action":"receive"');
}
