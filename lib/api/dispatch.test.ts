import { Validator } from "@seriousme/openapi-schema-validator";
import SwaggerParser from "@apidevtools/swagger-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken } from "#lib/auth/tokens/create-token.ts";
import { asyncapi, type Catalog, openapi, openCatalog } from "#lib/catalog/testing.ts";
import { zipFixture } from "#lib/spec/upload/zip-fixture.ts";
import { dispatch } from "./dispatch.ts";
import { endpoints } from "./endpoints.ts";

let catalog: Catalog;
let bearer: string;
beforeAll(async () => {
  catalog = await openCatalog({ INTERMESH_UPLOAD_MB: "1" });
  const { id, maintainer } = await catalog.team("orders");
  bearer = `Bearer ${(await createToken({ ctx: maintainer, input: { name: "ci", scopes: ["publish"], teamId: id } })).secret}`;
  for (const title of ["One", "Two", "Three"]) await catalog.publish(openapi({ title }), { interface: title.toLowerCase(), owner: "orders" });
  await catalog.publish(openapi({ title: "Hidden" }), { interface: "hidden", owner: "orders", visibility: "private", service: "hidden-service" });
});
afterAll(() => catalog.close());

const at = (path: string) => `http://localhost/api/v1${path}`;
const get = (path: string, init: RequestInit = {}) => dispatch(new Request(at(path), init));
const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) => dispatch(new Request(at(path), { method: "POST", body, headers: { authorization: bearer, ...headers } }));
const json = async (response: Promise<Response>) => JSON.parse(await (await response).text());

describe("refusals", () => {
  it.each([
    ["GET", "/nowhere", 404, "not-found"],
    ["GET", "/interfaces/nowhere", 404, "not-found"],
    ["PUT", "/interfaces", 405, "method-not-allowed"],
    ["GET", "/interfaces?limit=0", 400, "invalid-input"],
    ["GET", "/interfaces?limit=many", 400, "invalid-input"],
    ["GET", "/interfaces?cursor=bm9uc2Vuc2U", 400, "invalid-input"],
    ["GET", "/interfaces?cursor=WyJ4IiwiYSJd", 400, "invalid-input"],
    ["GET", "/interfaces?sort=changed&cursor=WyJ4IiwxXQ", 400, "invalid-input"],
    ["GET", "/services?cursor=WyJ4Il0", 400, "invalid-input"],
    ["GET", "/search?cursor=x", 400, "invalid-input"],
    ["GET", "/search?kind=nothing", 400, "invalid-input"],
    ["GET", "/interfaces?q=%00", 400, "invalid-input"],
    ["GET", "/interfaces/%00", 400, "invalid-input"],
    ["GET", "/interfaces/%E0%A4%A", 400, "invalid-input"],
    ["GET", "/interfaces/one?version=99999999999", 400, "invalid-input"],
    ["GET", "/interfaces/one?version=2", 404, "not-found"],
    ["GET", "/interfaces/one?line=none", 404, "not-found"],
    ["GET", "/interfaces/one/versions/0/spec", 400, "invalid-input"],
    ["GET", "/interfaces/one/versions/latest/spec?file=../../etc/passwd", 404, "not-found"],
    ["DELETE", "/interfaces/one", 401, "unauthenticated"],
    ["POST", "/specs", 401, "unauthenticated"],
  ])("%s %s answers %i as problem details with the request's id", async (method, path, status, code) => {
    const response = await get(path, { method, headers: { "x-request-id": "asked-by-test" } });
    const problem = JSON.parse(await response.text());
    expect(problem).toMatchObject({ type: `urn:intermesh:problem:${code}`, status, code, requestId: "asked-by-test", title: expect.any(String), detail: expect.any(String) });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("x-request-id")).toBe("asked-by-test");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("say which methods an address answers", async () => {
    expect((await get("/interfaces/one", { method: "POST" })).headers.get("allow")).toBe("GET, PATCH, DELETE");
  });

  it("make up an id where the request brings none, or one that could do harm", async () => {
    for (const given of [undefined, "a\tb", "x".repeat(200)]) {
      const response = await get("/interfaces", given === undefined ? {} : { headers: { "x-request-id": given } });
      expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("refuse a token that does not hold, and another scheme", async () => {
    for (const authorization of ["Bearer im_nothing", "Basic dTpw", "Bearer"]) {
      const response = await get("/interfaces", { headers: { authorization } });
      expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    }
  });

  it("are alike for a private interface and for none, whatever is asked", async () => {
    const asked = (slug: string): [string, RequestInit][] => [
      [`/interfaces/${slug}`, {}], [`/interfaces/${slug}/operations`, {}], [`/interfaces/${slug}/versions`, {}], [`/interfaces/${slug}/versions/1`, {}], [`/interfaces/${slug}/versions/latest/spec`, {}],
      [`/interfaces/${slug}`, { method: "PATCH", body: '{"retired":true}' }], [`/interfaces/${slug}`, { method: "DELETE" }],
      [`/interfaces/${slug}/purge`, { method: "POST", body: '{"reason":"because"}' }],
    ];
    const answers = (slug: string) => Promise.all(asked(slug).map(async ([path, init]) => {
      const response = await get(path, init);
      const { requestId: _requestId, ...problem } = JSON.parse((await response.text()).replaceAll(slug, "it"));
      return { status: response.status, problem };
    }));
    expect(await answers("hidden")).toEqual(await answers("nowhere"));
  });
});

it("answers HEAD as GET without a body", async () => {
  const [head, full] = [await get("/interfaces/one", { method: "HEAD" }), await get("/interfaces/one")];
  expect(head.status).toBe(200);
  expect(await head.text()).toBe("");
  expect(head.headers.get("content-type")).toBe(full.headers.get("content-type"));
});

it("gives a document as it was published, never as something for a browser to show", async () => {
  const response = await get("/interfaces/one/versions/latest/spec");
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/yaml; charset=utf-8",
    "content-disposition": "attachment; filename*=UTF-8''document.yaml",
    "x-content-type-options": "nosniff",
  });
  expect(await response.text()).toBe(openapi({ title: "One" }));
});

it("pages through a list by its cursor", async () => {
  const first = await json(get("/interfaces?limit=2"));
  const second = await json(get(`/interfaces?limit=2&cursor=${first.next}`));
  expect([...first.items, ...second.items].map(({ slug }: { slug: string }) => slug)).toEqual(["one", "three", "two"]);
  expect([first.total, second.next]).toEqual([3, null]);
});

it("answers a search", async () => {
  expect(await json(get("/search?q=orders"))).toMatchObject({ results: expect.any(Array), engine: "postgres", total: expect.any(Number) });
});

it("neither renames nor retires where nothing is said", async () => {
  for (const [slug, body] of [["one", "{}"], ["nowhere", ""], ["one", "[]"], ["one", "nonsense"], ["one", '{"slug":"a\\u0000"}']] as const) {
    expect((await get(`/interfaces/${slug}`, { method: "PATCH", body, headers: { authorization: bearer } })).status).toBe(400);
  }
});

describe("uploads", () => {
  const form = (files: Record<string, string>) => {
    const data = new FormData();
    for (const [name, text] of Object.entries(files)) data.append("files", new Blob([text]), name);
    return data;
  };

  it("publishes a raw body for the token's team, answers 201, and 200 for the same text", async () => {
    const published = await post("/specs?interface=raw", openapi({ title: "Raw" }), { "content-type": "application/yaml" });
    expect([published.status, published.headers.get("location")]).toEqual([201, "/api/v1/interfaces/raw"]);
    expect(await published.json()).toMatchObject({ status: "published", interface: { slug: "raw" }, url: "/interfaces/raw", items: [{ version: { sequence: 1 } }] });
    expect((await post("/specs?interface=raw", openapi({ title: "Raw" }))).status).toBe(200);
    expect(await json(get("/interfaces/raw"))).toMatchObject({ owner: { slug: "orders" }, visibility: "internal" });
  });

  it("takes several files of one document, and several documents, as multipart", async () => {
    const root = "openapi: 3.1.0\ninfo: { title: Parts, version: '1' }\npaths:\n  /a: { get: { responses: { '200': { description: x, content: { application/json: { schema: { $ref: 'common/money.yaml#/Money' } } } } } } }\n";
    const one = await post("/specs", form({ "openapi.yaml": root, "common/money.yaml": "Money: { type: string }\n" }));
    expect([one.status, (await one.json()).items.length]).toEqual([201, 1]);
    const two = await post("/specs?repository=git.example/two", form({ "a.yaml": openapi({ title: "A" }), "b.json": asyncapi({ title: "B" }) }));
    expect((await two.json()).items.map((item: { format: string }) => item.format)).toEqual(["openapi", "asyncapi"]);
  });

  it("takes a zip, and refuses one that climbs out of itself", async () => {
    expect((await post("/specs", Buffer.from(zipFixture([{ name: "api/openapi.yaml", content: Buffer.from(openapi({ title: "Zipped" })) }])))).status).toBe(201);
    const climbing = await post("/specs", Buffer.from(zipFixture([{ name: "../../openapi.yaml", content: Buffer.from(openapi({ title: "Climbing" })) }])));
    expect(climbing.status).toBe(422);
    expect((await climbing.json()).diagnostics).toMatchObject([{ severity: "error", code: expect.any(String) }]);
  });

  it.each([
    ["nothing", "", {}, 400],
    ["no form behind multipart", "nonsense", { "content-type": "multipart/form-data; boundary=x" }, 400],
    ["multipart without a boundary", "nonsense", { "content-type": "Multipart/Form-Data" }, 400],
    ["a form without a file", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--\r\n", { "content-type": "multipart/form-data; boundary=x" }, 400],
    ["a form cut short", "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.yaml\"\r\n\r\nopenapi", { "content-type": "multipart/form-data; boundary=x" }, 400],
    ["bytes of no text", "\u0000\u0001\u0002", {}, 422],
    ["half a zip", "PK\u0003\u0004nonsense", { "content-type": "application/zip" }, 422],
    ["a document of something else", "hello: world\n", {}, 422],
    ["a list", "[]", { "content-type": "application/json" }, 422],
  ])("refuses %s as the sender's fault", async (_, body, headers, status) => {
    for (const path of ["/specs", "/validate"]) {
      const response = await post(path, body, headers as Record<string, string>);
      // Reading what cannot be published is no fault where one only asks.
      expect([path, response.status]).toEqual([path, path === "/validate" && response.status === 200 ? 200 : status]);
    }
  });

  it("refuses a body past the limit, whatever length it claims", async () => {
    const large = "x".repeat(3 * 1024 * 1024);
    expect((await post("/specs", large)).status).toBe(413);
    const stream = new ReadableStream<Uint8Array>({ start: (controller) => { for (let index = 0; index < 3; index++) controller.enqueue(new Uint8Array(1024 * 1024)); controller.close(); } });
    expect((await dispatch(new Request(at("/specs"), { method: "POST", body: stream, headers: { authorization: bearer }, duplex: "half" } as RequestInit))).status).toBe(413);
  });

  it("names the limit that a document is past", async () => {
    const response = await post("/specs", form({ "large.yaml": `# ${"x".repeat(1_200_000)}\n${openapi()}` }));
    expect(response.status).toBe(422);
    expect(JSON.stringify(await response.json())).toContain("bytesMax");
  });

  it("answers with diagnostics for what cannot be understood, and with candidates where it cannot be told what is meant", async () => {
    const rejected = await post("/specs", "openapi: 3.1.0\ninfo: {title: A\n");
    expect(rejected.status).toBe(422);
    expect((await rejected.json()).diagnostics).toMatchObject([{ severity: "error", line: expect.any(Number), column: expect.any(Number), pointer: expect.any(String) }]);
    const unsure = await post("/specs", openapi({ title: "One", version: "7" }));
    expect(unsure.status).toBe(409);
    expect((await unsure.json()).candidates).toEqual([{ slug: "one", title: "One" }]);
  });

  it("refuses another team's interface and a team that does not exist", async () => {
    await catalog.team("others");
    await catalog.publish(openapi({ title: "Theirs" }), { interface: "theirs", owner: "others" });
    expect((await post("/specs?interface=theirs", openapi({ title: "Theirs", version: "2" }))).status).toBe(403);
    expect((await post("/specs?owner=nobody", openapi({ title: "New" }))).status).toBe(400);
  });
});

describe("the OpenAPI document", () => {
  it("holds to its specification, as two validators judge it", async () => {
    const document = await json(get("/openapi.json"));
    expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true });
    await expect(SwaggerParser.validate(structuredClone(document))).resolves.toBeTruthy();
  });

  it("describes every endpoint, and every parameter that a path names", async () => {
    const { paths } = await json(get("/openapi.json"));
    expect(Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`)).sort()).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`).sort());
    for (const { path, method } of endpoints) {
      const described = (paths[path][method.toLowerCase()].parameters ?? []).filter((parameter: { in: string }) => parameter.in === "path").map((parameter: { name: string }) => parameter.name);
      expect(described).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  it("can be published in the catalog that it describes", async () => {
    expect(await catalog.publish(await (await get("/openapi.json")).text(), { interface: "intermesh", strict: true })).toMatchObject({ status: "published", valid: true, operationCount: endpoints.length });
  });
});

it("says of what is one's own that a token which publishes or reads does not do", async () => {
  const document = await json(get("/openapi.json"));
  for (const path of ["/subscriptions", "/inbox", "/access-requests", "/feedback"]) {
    expect(document.paths[path].get.security).toEqual([{ session: [] }, { token: ["admin"] }]);
    expect((await get(path, { headers: { authorization: bearer } })).status).toBe(403);
  }
});
