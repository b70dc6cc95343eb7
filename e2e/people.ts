import type { APIRequestContext, Browser, BrowserContext, Page } from "playwright/test";
import { expect } from "./test.ts";

type Server = { url: string; token: string };
type Invitation = { email: string; team?: string; teamRole?: "member" | "maintainer"; role?: "member" | "admin" };

/** A team, made by the administrator. */
export async function makeTeam(request: APIRequestContext, server: Server, slug: string): Promise<string> {
  const made = await request.post("/api/v1/teams", { headers: { authorization: `Bearer ${server.token}` }, data: { slug, name: slug } });
  expect(made.status()).toBe(201);
  return slug;
}

/** The link that the administrator hands to someone. */
export async function inviteLink(request: APIRequestContext, server: Server, invitation: Invitation): Promise<string> {
  const made = await request.post("/api/v1/invitations", { headers: { authorization: `Bearer ${server.token}` }, data: invitation });
  expect(made.status()).toBe(201);
  return new URL(((await made.json()) as { url: string }).url).href.replace(/^https?:\/\/[^/]+/, "");
}

/** Someone's own browser, after using a link to make an account. */
export async function join(browser: Browser, server: Server, link: string, name: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("button", { name })).toBeVisible();
  return { page, context };
}

/** What a page of ours gets when it publishes, with the session of its browser. */
export async function publishFrom(page: Page, owner: string, title: string): Promise<number> {
  return page.evaluate(
    async ([team, text]) => (await fetch(`/api/v1/specs?owner=${team}&new=true`, { method: "POST", headers: { "content-type": "application/yaml" }, body: text ?? "" })).status,
    [owner, `openapi: 3.1.0\ninfo: { title: ${title}, version: "1" }\npaths: {}\n`],
  );
}
