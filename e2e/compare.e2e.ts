import type { APIRequestContext } from "playwright/test";
import { expect, test } from "./test.ts";

// A server that is tested twice knows the names of the first time.
const run = Date.now().toString(36);

const document = (title: string, version: string, { field = true, states = "open, paid", refunds = false } = {}) => `openapi: 3.1.0
info:
  title: ${title}
  version: ${version}
paths:
  /invoices/{invoiceId}:
    get:
      summary: One invoice
      parameters:
        - name: invoiceId
          in: path
          required: true
          schema: { type: string }
      responses:
        "200":
          description: The invoice
          content:
            application/json:
              schema:
                type: object
                required: [id${field ? ", total" : ""}]
                properties:
                  id: { type: string }
${field ? "                  total: { type: number }\n" : ""}                  state: { type: string, enum: [${states}] }
${refunds ? "  /refunds:\n    get:\n      responses:\n        \"200\": { description: All of them }\n" : ""}`;

type Sent = { request: APIRequestContext; server: { token: string }; slug: string };

async function publish({ request, server, slug }: Sent, text: string) {
  const answer = await request.post(`/api/v1/specs?interface=${slug}`, { headers: { authorization: `Bearer ${server.token}` }, data: Buffer.from(text) });
  expect(answer.status(), await answer.text()).toBe(201);
}

async function use({ request, server, slug }: Sent, service: string, fields: string[]) {
  const manifest = JSON.stringify({ service, consumes: [{ interface: slug, uses: [{ operation: "GET /invoices/{invoiceId}", fields }] }] });
  const answer = await request.put(`/api/v1/services/${service}/manifest`, { headers: { authorization: `Bearer ${server.token}` }, data: Buffer.from(manifest) });
  expect(answer.ok(), await answer.text()).toBe(true);
}

test("a producer sees whom a breaking version breaks, says why, publishes it, and finds all of that on record", async ({ page, context, request, server, unique }) => {
  test.setTimeout(120_000);
  const slug = `${unique("invoices")}-${run}`.toLowerCase();
  const [reader, other] = [`${slug}-reader`, `${slug}-other`];
  const sent = { request, server, slug };
  await publish(sent, document(slug, "1.0.0"));
  await use(sent, reader, ["response.total"]);
  await use(sent, other, ["response.id"]);

  await context.setExtraHTTPHeaders({ authorization: `Bearer ${server.token}` });
  await page.goto(`/publish?interface=${slug}`);
  await page.getByRole("textbox", { name: "Document" }).fill(document(slug, "2.0.0", { field: false }));
  const preview = page.getByRole("region", { name: "What would change" });
  await expect(preview).toContainText("against version 1");
  await expect(page.getByText("1 breaking change.")).toBeVisible();
  const touched = preview.getByRole("region", { name: "Whom it would touch" });
  // A service that only a manifest names has a title made of its slug.
  const named = new RegExp(reader.replaceAll("-", "[- ]"), "i");
  await expect(touched.getByRole("listitem").filter({ hasText: named }).first()).toContainText("broken");
  await expect(touched).toContainText("1 unaffected");

  const summary = page.getByRole("status").filter({ hasText: "Broken:" });
  await expect(summary).toContainText(named);
  await expect(page.getByText("Becomes version 2 of")).toContainText(slug);
  // On a telephone the verdict does not hide below the editor.
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  const [verdict, editor] = [await summary.boundingBox(), await page.getByRole("textbox", { name: "Document" }).boundingBox()];
  expect(verdict?.y).toBeLessThan(editor?.y ?? 0);
  if (size) await page.setViewportSize(size);

  const button = page.getByRole("button", { name: "Publish", exact: true });
  await expect(button).toBeDisabled();
  await expect(page.getByText("say why first")).toBeVisible();
  await page.getByLabel("Why is it published all the same?").fill("The total was wrong for years.");
  await button.click();
  await expect(page.getByText(`Version 2 of ${slug} is published.`)).toBeVisible();

  await expect(page.getByRole("region", { name: "What it changed" }).getByRole("listitem").filter({ hasText: named })).toContainText("broken");

  await page.getByRole("link", { name: "What changed" }).click();
  await expect(page.getByRole("heading", { name: "Version 1 to 2" })).toBeVisible();
  const markdown = await page.request.get(`/interfaces/${slug}/diff.md`);
  expect(await markdown.text()).toContain("**Breaking.** 1 breaking change");
  await expect(page.getByText("Why: The total was wrong for years.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Whom it touches" }).getByRole("link", { name: named }).first()).toBeVisible();

  // The worker compares it for the record; the page shows what is there when it is loaded.
  await expect(async () => {
    await page.goto("/changes?filter=breaking");
    await expect(page.getByRole("main").getByRole("link", { name: slug, exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 45_000 });
});

test("two versions are compared, and a change leads to its line", async ({ page, context, request, server, unique }) => {
  const slug = `${unique("ledger")}-${run}`.toLowerCase();
  const sent = { request, server, slug };
  await publish(sent, document(slug, "1.0.0"));
  await publish(sent, document(slug, "1.1.0", { refunds: true }));
  await publish(sent, document(slug, "1.2.0", { refunds: true, states: "open, paid, lost" }));
  await context.setExtraHTTPHeaders({ authorization: `Bearer ${server.token}` });

  // Of a page as Markdown every parameter counts, in whatever order.
  for (const query of ["from=1&to=2", "to=2&from=1"]) expect(await (await page.request.get(`/interfaces/${slug}/diff.md?${query}`)).text()).toContain("`1.0.0 → 1.1.0`");
  for (const query of ["from=1&to=9", "from=1&to=x"]) expect((await page.request.get(`/interfaces/${slug}/diff.md?${query}`)).status()).toBe(404);

  await page.goto(`/interfaces/${slug}/versions`);
  await expect(page.getByRole("row").filter({ hasText: "1.2.0" })).toBeVisible();
  await page.goto(`/interfaces/${slug}/diff`);
  await expect(page.getByRole("heading", { name: "Version 2 to 3" })).toBeVisible();
  await page.getByLabel("Version to compare from").selectOption({ label: "v1 · 1.0.0" });
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByRole("heading", { name: "Version 1 to 3" })).toBeVisible();
  await expect(page.getByRole("region", { name: "GET /refunds" })).toContainText("info");

  const group = page.getByRole("region", { name: "GET /invoices/{invoiceId}" });
  await expect(group).toContainText("risky");
  await expect(group.getByLabel("Lines after")).toContainText("enum: [open, paid, lost]");
  await group.getByRole("link", { name: /document\.yaml:25/ }).last().click();
  await expect(page).toHaveURL(/versions\/3.*#L25$/);
  await expect(page.getByRole("textbox", { name: /Text of document/ })).toContainText("enum: [open, paid, lost]");
});
