import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "./test.ts";

const execute = promisify(execFile);
const document = (title: string, description = "") => JSON.stringify({ openapi: "3.1.0", info: { title, version: "1", ...(description ? { description } : {}) }, paths: { [`/${title.toLowerCase().replace(/\W+/g, "-")}`]: { get: { responses: { 200: { description: "fine" } } } } } });
const pages = ["/", "/search?q=booking", "/interfaces", "/interfaces/booking-api", "/interfaces/booking-api/reference", "/interfaces/booking-api/versions/1", "/interfaces/booking-events/channels", "/changes", "/teams", "/teams/bookings", "/services", "/domains", "/publish", "/sign-in", "/mesh", "/nothing-here"];

test("every page works under its policy, which allows no inline script or style", async ({ page }) => {
  test.setTimeout(120_000);
  const violations: string[] = [];
  await page.exposeFunction("noteViolation", (text: string) => violations.push(text));
  await page.addInitScript(() => window.document.addEventListener("securitypolicyviolation", (event) => (window as unknown as { noteViolation(text: string): void }).noteViolation(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)));
  for (const address of pages) {
    const response = await page.goto(address);
    const headers = response?.headers() ?? {};
    expect(headers["content-security-policy"], address).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic';/);
    expect(headers["content-security-policy"], address).not.toContain("unsafe");
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY", "cross-origin-opener-policy": "same-origin", "permissions-policy": expect.stringContaining("camera=()") });
  }
  // Scripts run: the palette opens by its key.
  await page.goto("/interfaces");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(violations).toEqual([]);
});

test("a form or action that another origin sends is refused before it is read", async ({ request, server }) => {
  for (const headers of [{ origin: "https://evil.example", "sec-fetch-site": "cross-site" }, { origin: "null" }, {}] as Record<string, string>[]) {
    const response = await request.post(`${server.url}/settings/tokens`, { headers: { ...headers, "next-action": "0".repeat(42) }, multipart: { name: "x" } });
    expect(response.status()).toBe(403);
  }
});

test("a private interface is in the source of no page that a visitor may see", async ({ request, server, unique }) => {
  test.setTimeout(120_000);
  const word = `Quagga${unique("x").replace(/\W/g, "")}${Date.now().toString(36)}`;
  const headers = { authorization: `Bearer ${server.token}`, "content-type": "application/json" };
  const published = await request.post(`${server.url}/api/v1/specs?interface=${word.toLowerCase()}&owner=bookings&visibility=private&service=${word.toLowerCase()}-service`, { headers, data: document(word, `All about ${word}`) });
  expect(published.status()).toBe(201);
  const search = async (bearer: Record<string, string>) => ((await (await request.get(`${server.url}/api/v1/search?q=${word}`, { headers: bearer })).json()) as { results: unknown[] }).results.length;
  await expect.poll(() => search(headers)).toBeGreaterThan(0);
  expect(await search({})).toBe(0);
  for (const address of [...pages, `/search?q=${word}&kind=interface`, `/interfaces?q=${word}`, "/teams/bookings", "/changes"]) {
    const source = (await (await request.get(`${server.url}${address}`)).text()).replaceAll(`q=${word}`, "").replaceAll(encodeURIComponent(word), word);
    const told = address.includes(word) ? source.replaceAll(new RegExp(`\\b${word}\\b`, "g"), "") : source;
    expect(told.toLowerCase().includes(`${word.toLowerCase()}-service`) || (!address.includes(word) && told.includes(word)), address).toBe(false);
  }
  const [hidden, missing] = await Promise.all([word.toLowerCase(), "nothing-at-all"].map(async (slug) => (await request.get(`${server.url}/interfaces/${slug}`)).status()));
  expect([hidden, missing]).toEqual([404, 404]);
});

test("a token for one interface publishes to it from the command line, to no other, and not once it is revoked", async ({ request, server, unique }) => {
  const slug = `${unique("limited").toLowerCase()}-${Date.now().toString(36)}`;
  const headers = { authorization: `Bearer ${server.token}`, "content-type": "application/json" };
  for (const name of [slug, `${slug}-other`]) expect((await request.post(`${server.url}/api/v1/specs?interface=${name}&owner=bookings`, { headers, data: document(name) })).status()).toBe(201);
  const made = await request.post(`${server.url}/api/v1/tokens`, { headers, data: { name: slug, scopes: ["publish"], team: "bookings", interface: slug } });
  expect(made.status()).toBe(201);
  const { id, secret } = (await made.json()) as { id: number; secret: string };

  expect(await publish(server.url, secret, slug)).toMatchObject({ code: 0 });
  expect(await publish(server.url, secret, `${slug}-other`)).toMatchObject({ code: 2 });
  expect((await request.delete(`${server.url}/api/v1/tokens/${id}`, { headers })).status()).toBe(204);
  expect(await publish(server.url, secret, slug)).toMatchObject({ code: 2, err: expect.stringContaining("was revoked") });
});

async function publish(url: string, token: string, slug: string): Promise<{ code: number; err: string }> {
  const cwd = await mkdtemp(path.join(tmpdir(), "intermesh-journey-"));
  await writeFile(path.join(cwd, "api.json"), document(slug, `Published at ${Date.now()}`));
  const env = { ...process.env, INTERMESH_URL: url, INTERMESH_TOKEN: token };
  return execute(process.execPath, [path.resolve("cli/main.ts"), "publish", "api.json", "--interface", slug], { cwd, env }).then(
    ({ stderr }) => ({ code: 0, err: stderr }),
    (error: { code: number; stderr: string }) => ({ code: error.code, err: error.stderr }),
  );
}
