import type { Page } from "playwright/test";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import { expect, test } from "./test.ts";

/** Texts that would call `__ran(n)`, send a request or take the page over, wherever they were taken for markup. */
const attacks = [
  `<script>__ran(1)</script>`,
  `<img src="/attack.png" onerror="__ran(2)">`,
  `<svg onload="__ran(3)"><script>__ran(3)</script></svg>`,
  `<a href="javascript:__ran(4)">click</a>`,
  `[click](javascript:__ran(5))`,
  `[click](JaVaScRiPt:__ran(6) "title")`,
  `![pixel](https://tracker.invalid/pixel.png)`,
  `<iframe src="javascript:parent.__ran(7)"></iframe><iframe srcdoc="<script>parent.__ran(7)</script>"></iframe>`,
  `<form action="https://tracker.invalid/" method="post"><input name="password" autofocus onfocus="__ran(8)"><button>Sign in</button></form>`,
  `<math><mtext></mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=__ran(9)&gt;"></mglyph></math>`,
  `</script><script>__ran(10)</script>`,
  `"><img src=x onerror=__ran(11)>`,
  "```html\n<script>__ran(12)</script>\n```",
  `<style>@import url(https://tracker.invalid/x.css); body { display: none }</style>`,
  `[x]: javascript:__ran(13)\n\n[click][x]`,
  `<data:text/html,<script>__ran(14)</script>>`,
  `<meta http-equiv="refresh" content="0;url=https://tracker.invalid/"><base href="https://tracker.invalid/">`,
  `$& \${__ran(15)} {{__ran(15)}} <%= __ran(15) %> \u2028\u2029 ]]> --> */`,
].join("\n\n");

/** A document with the texts wherever it may say something. */
function hostileOpenapi(title: string): string {
  const schema = { type: "object", title: attacks, description: attacks, properties: { [`<img src=x onerror=__ran(20)>`]: { type: "string", description: attacks, default: attacks, example: attacks, pattern: `<script>__ran(21)</script>`, format: `<script>__ran(22)</script>` }, kind: { enum: [attacks, "b"], "x-enum-descriptions": [attacks, attacks] }, any: { oneOf: [{ title: attacks, type: "string", description: attacks }, { $ref: "#/components/schemas/Nested" }] } }, example: { [attacks]: attacks } };
  const media = { "application/json": { schema: { $ref: "#/components/schemas/Thing" }, examples: { [`<script>__ran(23)</script>`]: { summary: attacks, description: attacks, value: { text: attacks } } } } };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title, version: `<script>__ran(24)</script>`, summary: attacks, description: attacks, termsOfService: "javascript:__ran(25)", contact: { name: attacks, url: "javascript:__ran(26)", email: attacks }, license: { name: attacks, url: "javascript:__ran(27)" } },
    servers: [{ url: "https://api.attack.invalid/{v}", description: attacks, variables: { v: { default: `<script>__ran(28)</script>`, enum: [`<script>__ran(28)</script>`], description: attacks } } }, { url: "javascript:__ran(29)" }],
    tags: [{ name: "attack", description: attacks, externalDocs: { url: "javascript:__ran(30)", description: attacks } }],
    externalDocs: { url: "javascript:__ran(31)", description: attacks },
    security: [{ key: [] }],
    paths: {
      "/attack/{id}": {
        post: {
          operationId: "attack", tags: ["attack", attacks], summary: attacks, description: attacks, externalDocs: { url: "javascript:__ran(32)", description: attacks },
          parameters: [{ name: "id", in: "path", required: true, description: attacks, schema: { type: "string", example: attacks } }, { name: `x<script>__ran(33)</script>`, in: "query", required: true, description: attacks, example: attacks, schema: { type: "string" } }],
          requestBody: { description: attacks, content: media },
          responses: { 200: { description: attacks, headers: { "X-Attack": { description: attacks, schema: { type: "string" } } }, content: media, links: { next: { description: attacks, operationId: "attack" } } } },
          callbacks: { attacked: { "{$request.body#/url}": { post: { summary: attacks, description: attacks, responses: { 200: { description: attacks } } } } } },
        },
      },
    },
    webhooks: { attacked: { post: { summary: attacks, description: attacks, responses: { 200: { description: attacks } } } } },
    components: { schemas: { Thing: schema, Nested: { type: "object", description: attacks, properties: { text: { type: "string", description: attacks } } } }, securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key", description: attacks } } },
  });
}

function hostileAsyncapi(title: string): string {
  return JSON.stringify({
    asyncapi: "3.0.0",
    info: { title, version: "1", description: attacks, tags: [{ name: "attack", description: attacks }], externalDocs: { url: "javascript:__ran(40)", description: attacks } },
    servers: { main: { host: "kafka.attack.invalid:9092", protocol: "kafka", description: attacks, title: attacks, summary: attacks } },
    channels: { attacked: { address: "attacked.{id}", title: attacks, summary: attacks, description: attacks, parameters: { id: { description: attacks, examples: [attacks] } }, messages: { Attack: { $ref: "#/components/messages/Attack" } }, bindings: { kafka: { topic: attacks } } } },
    operations: { emit: { action: "send", channel: { $ref: "#/channels/attacked" }, title: attacks, summary: attacks, description: attacks } },
    components: { messages: { Attack: { name: "Attack", title: attacks, summary: attacks, description: attacks, contentType: "application/json", correlationId: { location: "$message.header#/id", description: attacks }, headers: { type: "object", properties: { id: { type: "string", description: attacks } } }, payload: { type: "object", description: attacks, properties: { text: { type: "string", description: attacks, examples: [attacks] } } }, examples: [{ name: attacks, summary: attacks, payload: { text: attacks } }] } } },
  });
}

/** Watches a page for anything that an attack would do. */
async function watched(page: Page, origin: string): Promise<string[]> {
  const happened: string[] = [];
  await page.exposeFunction("__ran", (number: number) => happened.push(`attack ${number} ran on ${page.url()}`));
  page.on("dialog", (dialog) => void dialog.dismiss().then(() => happened.push("a dialog")));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && (url.origin !== origin || url.pathname === "/attack.png")) happened.push(`a request to ${url.href.slice(0, 100)}`);
  });
  return happened;
}

for (const policy of ["with the content security policy", "with the policy off"]) {
  test(`no text of a document does anything, ${policy}`, async ({ browser, baseURL, server, request, unique }) => {
    test.setTimeout(180_000);
    const [http, events] = [unique("attack-http"), unique("attack-events")];
    for (const [slug, body] of [[http, hostileOpenapi(http)], [events, hostileAsyncapi(events)]] as const) {
      const answer = await request.post(`/api/v1/specs?interface=${slug}&new=true`, { headers: { authorization: `Bearer ${server.token}`, "content-type": "application/json" }, data: body });
      expect(answer.status(), await answer.text()).toBe(201);
    }
    const key = "POST /attack/{}";
    const pages = [
      `/interfaces/${http}`, `/interfaces/${http}/reference`, operationUrl({ slug: http, key }), operationUrl({ slug: http, key: `${key} CALLBACK attacked POST` }), operationUrl({ slug: http, key: "WEBHOOK attacked" }),
      `/interfaces/${http}/schemas`, `/interfaces/${http}/schemas/Thing`, `/interfaces/${http}/part?schema=%23%2Fcomponents%2Fschemas%2FThing`, `/interfaces/${http}/versions`, `/interfaces/${http}/versions/1`,
      `/interfaces/${events}`, `/interfaces/${events}/channels`, `/interfaces/${events}/channels/attacked`, `/interfaces/${events}/messages/Attack`, operationUrl({ slug: events, key: "send attacked.{}" }), `/search?q=${http}`, "/interfaces", "/changes",
    ];
    const context = await browser.newContext({ baseURL: baseURL ?? "", bypassCSP: policy.endsWith("off") });
    const page = await context.newPage();
    const happened = await watched(page, new URL(server.url).origin);
    for (const path of pages) {
      await page.goto(path);
      await expect(page.getByRole("main")).toBeVisible();
      for (const closed of await page.locator("main details:not([open]) > summary").all()) await closed.click({ timeout: 2_000 }).catch(() => undefined);
      const found = await page.evaluate(() => ({
        links: [...document.querySelectorAll("main a[href]")].map((link) => (link as HTMLAnchorElement).protocol).filter((protocol) => !["http:", "https:", "mailto:"].includes(protocol)),
        parts: document.querySelectorAll("main :is(iframe, object, embed, base, meta, style, script:not([src]):not(:empty), img[src], form[action^=http])").length,
        handlers: [...document.querySelectorAll("main *")].filter((element) => element.getAttributeNames().some((name) => name.startsWith("on"))).length,
      }));
      expect(found, path).toEqual({ links: [], parts: 0, handlers: 0 });
    }
    expect(happened).toEqual([]);
    await context.close();
  });
}

test("exports hold the texts as text, and raw files are only downloaded", async ({ request, server, unique }) => {
  const slug = unique("attack-export");
  const headers = { authorization: `Bearer ${server.token}` };
  expect((await request.post(`/api/v1/specs?interface=${slug}&new=true`, { headers: { ...headers, "content-type": "application/json" }, data: hostileOpenapi(slug) })).status()).toBe(201);
  for (const path of [`/interfaces/${slug}.md`, `${operationUrl({ slug, key: "POST /attack/{}" })}.md`, `/interfaces/${slug}/schemas/Thing.md`, "/interfaces.md", "/llms.txt"]) {
    const answer = await request.get(path, { headers });
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()["x-content-type-options"], path).toBe("nosniff");
    expect(answer.headers()["content-type"], path).toMatch(/^text\/(markdown|plain)/);
    // Code may hold anything; elsewhere there is no markup, and no link but to http, https, mailto and our own pages.
    const prose = (await answer.text()).replace(/(`{3,})[\s\S]*?\1/g, "").replace(/(`+)[^`][\s\S]*?\1/g, "");
    expect(prose, path).not.toMatch(/(?<!\\)<(script|img|svg|iframe|form|style|meta|base|a)\b/i);
    expect(prose, path).not.toMatch(/(?<!\\)\]\(\s*(?!https?:|mailto:|\/)/i);
    expect(prose, path).not.toMatch(/^\[[^\]]*\]:\s*javascript:/im);
  }
  const raw = await request.get(`/api/v1/interfaces/${slug}/versions/latest/spec`, { headers });
  expect(raw.headers()["x-content-type-options"]).toBe("nosniff");
  expect(raw.headers()["content-disposition"]).toMatch(/^attachment/);
});
