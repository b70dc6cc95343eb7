import type { Locator } from "playwright/test";
import { mailDomain, mailsTo } from "./mailbox.ts";
import { inviteLink, join, makeTeam } from "./people.ts";
import { expect, test } from "./test.ts";

const document = (title: string, version: string, { sku = true, notes = true } = {}) => `openapi: 3.1.0
info: { title: ${title}, version: ${version} }
paths:
  /parcels/{parcelId}:
    get:
      tags: [parcels]
      parameters: [{ name: parcelId, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: The parcel
          content:
            application/json:
              schema:
                type: object
                required: [id${sku ? ", sku" : ""}${notes ? ", notes" : ""}]
                properties:
                  id: { type: string }
${sku ? "                  sku: { type: string }\n" : ""}${notes ? "                  notes: { type: string }\n" : ""}`;

test("a consumer says what it uses, and hears of the one thing that breaks it: in the inbox at once, and by e-mail", async ({ browser, request, server, unique }) => {
  test.setTimeout(180_000);
  const [producers, consumers] = [await makeTeam(request, server, unique("parcel-makers").toLowerCase()), await makeTeam(request, server, unique("parcel-readers").toLowerCase())];
  const [slug, service] = [unique("parcels").toLowerCase(), unique("tracking").toLowerCase()];
  const headers = { authorization: `Bearer ${server.token}` };
  const publish = async (text: string) => {
    const answer = await request.post(`/api/v1/specs?interface=${slug}&owner=${producers}&reason=${encodeURIComponent("It was wrong.")}`, { headers, data: Buffer.from(text) });
    expect(answer.status(), await answer.text()).toBe(201);
  };
  await publish(document(slug, "1.0.0"));
  const manifest = await request.put(`/api/v1/services/${service}/manifest`, { headers, data: Buffer.from(JSON.stringify({ service, owner: consumers })) });
  expect(manifest.ok(), await manifest.text()).toBe(true);
  expect(await manifest.json()).toMatchObject({ followUrl: expect.stringContaining(`/follow/uses?service=${service}`) });
  const email = `${unique("cleo").toLowerCase()}@${mailDomain}`;
  const { page, context } = await join(browser, server, await inviteLink(request, server, { email, team: consumers }), "Cleo Consumer");

  // Declaring a use offers to follow exactly that.
  await page.goto(`/interfaces/${slug}/consumers`);
  await page.getByLabel("Operation", { exact: true }).last().fill("GET /parcels/{parcelId}");
  await page.getByLabel("Fields").fill("response.sku");
  await expect(page.getByLabel("Tell me what breaks it")).toBeChecked();
  await page.getByRole("button", { name: "I use this" }).click();
  await expect(page.getByText("You follow exactly what is used")).toBeVisible();
  await page.goto("/settings/notifications");
  await page.getByRole("link", { name: `GET /parcels/{parcelId} of ${slug}` }).click();
  await page.getByRole("checkbox", { name: /^E-mail/ }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("You follow it now.")).toBeVisible();

  // A breaking change to a field that it does not use: silence. Then the one that it does.
  await page.goto("/inbox");
  await expect(page.getByText("You have read everything")).toBeVisible();
  await publish(document(slug, "2.0.0", { notes: false }));
  await expect(async () => expect((await (await request.get(`/api/v1/interfaces/${slug}/diff?from=1&to=2`, { headers })).json())).toMatchObject({ tally: { verdict: "breaking" } })).toPass({ timeout: 30_000 });
  await publish(document(slug, "3.0.0", { notes: false, sku: false }));
  // The page is open all the while, and nobody reloads it.
  const item = page.getByRole("listitem").filter({ hasText: `Version 3 of ${slug}` });
  await expect(item).toBeVisible({ timeout: 90_000 });
  await expect(item).toContainText("breaks you");
  await expect(item).toContainText("GET /parcels/{parcelId}");
  await expect(page.getByText(`Version 2 of ${slug}`)).toHaveCount(0);
  await expect(page.getByRole("navigation", { name: "Main" }).getByText("1 unread")).toBeVisible();

  // The invitation came by mail as well.
  const news = async () => (await mailsTo(email))?.filter((mail) => mail.includes("X-Intermesh-Key"));
  if (await news()) {
    await expect(async () => expect(await news()).toHaveLength(1)).toPass({ timeout: 60_000 });
    const [mail = ""] = (await news()) ?? [];
    expect(mail).toContain(`Subject: Breaks you: Version 3 of ${slug}`);
    expect(mail).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(mail).toContain("sku");
    const link = /\/unsubscribe\/[\w.-]+/.exec(mail)?.[0] ?? "";
    const outside = await browser.newContext({ baseURL: server.url });
    const reader = await outside.newPage();
    await reader.goto(link.replace("/api/v1", ""));
    await reader.getByRole("button", { name: "End it" }).click();
    await expect(reader.getByText("Ended. You are not told of it any more.")).toBeVisible();
    await outside.close();
  }

  // Acknowledged by the keyboard: read, then put away.
  await walkTo(item);
  await page.keyboard.press("r");
  await expect(page.getByText("You have read everything")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" }).getByText("unread")).toHaveCount(0);
  await page.getByRole("link", { name: "All", exact: true }).click();
  await expect(item).toBeVisible();
  await walkTo(item);
  await page.keyboard.press("e");
  await expect(item).toHaveCount(0);
  await page.getByRole("link", { name: "Put away" }).click();
  await item.getByRole("link", { name: /Version 3/ }).click();
  await expect(page.getByRole("heading", { name: "Version 2 to 3" })).toBeVisible();
  await context.close();
});

/** By the keyboard, as soon as the page listens. */
async function walkTo(item: Locator) {
  await expect(async () => {
    await item.page().keyboard.press("j");
    await expect(item.getByRole("link", { name: /Version 3/ })).toBeFocused({ timeout: 1_000 });
  }).toPass();
}

test("a private feed shows what its reader may see, is well-formed, and ends when it is ended", async ({ browser, request, server, unique }) => {
  const team = await makeTeam(request, server, unique("feeders").toLowerCase());
  const slug = unique("fed").toLowerCase();
  const headers = { authorization: `Bearer ${server.token}` };
  expect((await request.post(`/api/v1/specs?interface=${slug}&owner=${team}&visibility=private`, { headers, data: Buffer.from(document(slug, "1.0.0")) })).status()).toBe(201);
  const { page, context } = await join(browser, server, await inviteLink(request, server, { email: `${unique("fred")}@example.org`, team }), "Fred Feeder");
  await page.goto("/settings/notifications");
  await page.getByLabel("For which reader").fill("My reader");
  await page.getByRole("button", { name: "Make a private address" }).click();
  const token = new URL((await page.getByTestId("link-to-hand-over").textContent()) ?? "").search;
  const feed = await request.get(`/teams/${team}/changes.atom${token}`);
  expect(feed.headers()["content-type"]).toContain("application/atom+xml");
  const entries = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "application/xml");
    return parsed.querySelector("parsererror") ? null : [...parsed.querySelectorAll("entry")].map((entry) => entry.querySelector("title")?.textContent);
  }, await feed.text());
  expect(entries).toEqual([expect.stringContaining(slug)]);
  expect((await request.get(`/teams/${team}/changes.atom${token}`, { headers: { "if-none-match": feed.headers()["etag"] ?? "" } })).status()).toBe(304);
  expect(await (await request.get(`/teams/${team}/changes.atom`)).text()).not.toContain("<entry>");
  await page.getByRole("button", { name: "End the feed address My reader" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End it" }).click();
  await expect(page.getByRole("button", { name: "End the feed address My reader" })).toHaveCount(0);
  expect((await request.get(`/teams/${team}/changes.atom${token}`)).status()).toBe(401);
  await context.close();
});
