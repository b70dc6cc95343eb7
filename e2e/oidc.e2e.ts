import type { Page } from "playwright/test";
import { expect, test } from "./test.ts";

test.beforeEach(async ({}, info) => info.skip(!process.env["INTERMESH_E2E_OIDC"], "the server that runs has no company sign-in"));

/** At the provider: who it is, and that Intermesh may know. */
async function signInAtCompany(page: Page, login: string) {
  await page.goto("/sign-in?next=%2Fsettings");
  await page.getByRole("link", { name: "Continue with Acme" }).click();
  await page.getByPlaceholder(/login/i).fill(login);
  await page.getByPlaceholder(/password/i).fill("anything");
  await page.getByRole("button", { name: /sign-in/i }).click();
  await page.getByRole("button", { name: /continue/i }).click();
}

test("whoever comes by the company's sign-in with a group that leads to a team is in that team, and leaves it with the group", async ({ page, request, server, unique }) => {
  const headers = { authorization: `Bearer ${server.token}` };
  const slug = unique("timetable");
  await request.post("/api/v1/teams", { headers, data: { slug, name: slug } });
  await request.put("/api/v1/team-groups", { headers, data: { group: "eng-timetable", team: slug, role: "member" } });

  await signInAtCompany(page, "grace");
  await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
  await expect(page.getByText("grace@acme.example")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: slug })).toBeVisible();
  await page.goto(`/teams/${slug}`);
  await expect(page.getByRole("row", { name: /Grace Hopper/ })).toContainText("by group");

  await request.delete(`/api/v1/team-groups?group=eng-timetable&team=${slug}`, { headers });
  await page.reload();
  await expect(page.getByRole("row", { name: /Grace Hopper/ })).toHaveCount(0);
});

test("someone with more groups than the provider sends is told what to do, and not let in without teams", async ({ page }) => {
  await signInAtCompany(page, "many");
  await expect(page.getByRole("alert").filter({ hasText: "has more groups for you than it sends along" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Many Groups" })).toHaveCount(0);
});

test("someone who was deactivated is out at once, and the company's sign-in does not bring them back", async ({ page, request, server }) => {
  const headers = { authorization: `Bearer ${server.token}` };
  await signInAtCompany(page, "leaver");
  await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
  await request.patch("/api/v1/people/lea@acme.example", { headers, data: { deactivated: true } });
  await page.goto("/settings");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.goto("/sign-in/company");
  await expect(page.getByRole("alert").filter({ hasText: "was deactivated" })).toBeVisible();
  await request.patch("/api/v1/people/lea@acme.example", { headers, data: { deactivated: false } });
});
