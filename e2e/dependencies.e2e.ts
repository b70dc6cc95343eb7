import { inviteLink, join, makeTeam } from "./people.ts";
import { expect, test as base } from "./test.ts";

const run = Date.now().toString(36);
// A server that is tested twice knows the names of the first time.
const test = base.extend({ unique: async ({ unique }, use) => use((name) => `${unique(name)}-${run}`) });
const api = (title: string) => `openapi: 3.1.0\ninfo: { title: ${title}, version: "1" }\npaths:\n  /lamps/{lampId}:\n    get: { responses: { "200": { description: fine } } }\n`;
const events = (title: string, action: string, address: string, host: string) => JSON.stringify({
  asyncapi: "3.0.0", info: { title, version: "1" }, servers: { main: { host, protocol: "kafka" } },
  channels: { lamps: { address, messages: { Lit: { payload: { type: "object", properties: { lampId: { type: "string" } } } } } } },
  operations: { act: { action, channel: { $ref: "#/channels/lamps" } } },
});

test("someone says on a page which operation a service of the team uses, sees it listed, and dismisses it", async ({ browser, request, server, unique }) => {
  const team = await makeTeam(request, server, unique("lamp-users"));
  const [slug, service] = [unique("lamp-api"), unique("lamp-lighter")];
  const headers = { authorization: `Bearer ${server.token}` };
  expect((await request.post(`/api/v1/specs?interface=${slug}`, { headers, data: api(slug) })).status()).toBe(201);
  expect((await request.put(`/api/v1/services/${service}`, { headers, data: { title: service, owner: team } })).status()).toBe(201);
  const { page, context } = await join(browser, server, await inviteLink(request, server, { email: `${unique("lou")}@example.org`, team }), "Lou Lamp");

  await page.goto(`/interfaces/${slug}`);
  await page.getByRole("link", { name: "Consumers" }).click();
  await expect(page.getByText("Nobody is known to use this interface")).toBeVisible();
  await page.getByLabel("Service that uses it").selectOption({ label: service });
  await page.getByRole("combobox", { name: "Operation", exact: true }).last().fill("GET /lamps/{id}");
  await page.getByRole("textbox", { name: "Fields" }).fill("response.brightness");
  await page.getByRole("textbox", { name: "What for" }).fill("to light them");
  await page.getByRole("button", { name: "I use this" }).click();
  await expect(page.getByText("Kept.")).toBeVisible();

  const consumer = page.getByRole("region", { name: service });
  await expect(consumer.getByRole("link", { name: "/lamps/{lampId}" })).toBeVisible();
  await expect(consumer.getByText("declared")).toBeVisible();
  await consumer.locator("summary").click();
  await expect(consumer.getByText("Lou Lamp said so: to light them")).toBeVisible();
  await expect(consumer.getByText("response.brightness")).toBeVisible();
  await page.goto(`/services/${service}`);
  await expect(page.getByRole("link", { name: /GET\s*\/lamps\/\{/i })).toBeVisible();

  await page.goto(`/interfaces/${slug}/consumers`);
  await consumer.locator("summary").click();
  await consumer.getByRole("button", { name: "Dismiss the use of GET /lamps/{}" }).click();
  await expect(consumer).toHaveCount(0);
  await page.getByLabel("With dismissed ones").check();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(consumer.getByText("dismissed", { exact: true })).toBeVisible();
  await context.close();
});

test("someone makes a service by hand, says what it provides and uses, and is told when its name is taken", async ({ browser, request, server, unique }) => {
  const team = await makeTeam(request, server, unique("lamp-makers"));
  const [own, used, service] = [unique("lamp-works"), unique("lamp-glass"), unique("lamp-factory")];
  const headers = { authorization: `Bearer ${server.token}` };
  expect((await request.post(`/api/v1/specs?interface=${own}&owner=${team}`, { headers, data: api(own) })).status()).toBe(201);
  expect((await request.post(`/api/v1/specs?interface=${used}`, { headers, data: api(used) })).status()).toBe(201);
  const { page, context } = await join(browser, server, await inviteLink(request, server, { email: `${unique("mina")}@example.org`, team }), "Mina Maker");

  await page.goto("/services");
  await page.getByRole("link", { name: "New service" }).click();
  await page.getByLabel("Short name").fill(service);
  await page.getByLabel("Name", { exact: true }).fill("Lamp factory");
  await page.getByLabel(own).check();
  await page.getByRole("button", { name: "Make the service" }).click();
  await expect(page.getByRole("heading", { name: "Lamp factory", level: 1 })).toBeVisible();
  await expect(page.getByRole("table", { name: "Interfaces it provides" })).toContainText(own);

  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Interface", { exact: true }).fill(used);
  await page.getByLabel("Operation", { exact: true }).fill("GET /lamps/{lampId}");
  await page.getByRole("button", { name: "It uses this" }).click();
  await expect(page.getByText("Kept.")).toBeVisible();
  await page.goto(`/services/${service}`);
  await expect(page.getByRole("link", { name: /GET\s*\/lamps\/\{/i })).toBeVisible();

  await page.goto("/services/new");
  await page.getByLabel("Short name").fill(service);
  await page.getByRole("button", { name: "Make the service" }).click();
  await expect(page.getByText(`The name "${service}" is taken. Choose another.`)).toBeVisible();
  await context.close();
});

test("a manifest over REST makes uses, says what it cannot resolve, and its mistakes by line", async ({ page, request, server, unique }) => {
  const [slug, service] = [unique("lamp-stock"), unique("lamp-shop")];
  const put = (text: string) => request.put(`/api/v1/services/${service}/manifest`, { headers: { authorization: `Bearer ${server.token}`, "content-type": "application/yaml" }, data: text });
  const wrong = await put(`service: ${service}\nconsumes:\n  - interfaces: ${slug}\n`);
  expect(wrong.status()).toBe(422);
  expect(await wrong.json()).toMatchObject({ diagnostics: [{ line: 3, code: "manifest-invalid" }] });
  const stored = await put(`service: ${service}\nconsumes:\n  - interface: ${slug}\n    uses:\n      - operation: GET /lamps/{lampId}\n        fields: [response.price]\n`);
  expect(await stored.json()).toMatchObject({ status: "stored", added: 1, uses: [{ interface: slug, known: false }] });

  expect((await request.post(`/api/v1/specs?interface=${slug}`, { headers: { authorization: `Bearer ${server.token}` }, data: api(slug) })).status()).toBe(201);
  await expect(async () => {
    await page.goto(`/interfaces/${slug}/consumers`);
    await expect(page.getByRole("link", { name: "/lamps/{lampId}" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByText("1 field")).toBeVisible();
});

test("a channel without a receiver is found with the name that nearly matches", async ({ page, context, request, server, unique }) => {
  await context.setExtraHTTPHeaders({ authorization: `Bearer ${server.token}` });
  const [host, prefix] = [`kafka.${run}.lamp-works.net:9092`, `lamps${run}`];
  for (const [title, action, address] of [[unique("Lit"), "send", `${prefix}/lit`], [unique("Seen"), "receive", `${prefix}/lighted`]] as const) {
    expect((await request.post("/api/v1/specs?new=true", { headers: { authorization: `Bearer ${server.token}` }, data: events(title, action, address, host) })).status()).toBe(201);
  }
  await page.goto("/mesh/findings");
  const near = page.getByRole("listitem").filter({ hasText: `${prefix}/lighted` });
  await expect(near).toContainText(`${prefix}/lit`);
  await expect(near).toContainText("is one of the two misspelled?");
  await near.getByRole("link", { name: `${prefix}/lighted` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${prefix}/lighted`);
});
