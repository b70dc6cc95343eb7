import { inviteLink, join, makeTeam } from "./people.ts";
import { expect, test } from "./test.ts";

test("an administrator connects the company's directory, which makes a person, puts them into a team and lets them leave at once", async ({ browser, request, server, unique }) => {
  const team = await makeTeam(request, server, unique("depot"));
  const group = unique("Depot workers");
  const mapped = await request.put("/api/v1/team-groups", { headers: { authorization: `Bearer ${server.token}` }, data: { group, team } });
  expect(mapped.status()).toBe(204);
  const admin = await join(browser, server, await inviteLink(request, server, { email: `${unique("ida")}@example.org`, role: "admin" }), "Ida Directory");
  await admin.page.goto("/admin/directory");
  const name = unique("Okta");
  await admin.page.getByLabel("Name").fill(name);
  await admin.page.getByRole("button", { name: "Make token" }).click();
  const token = (await admin.page.getByTestId("token-secret").textContent()) ?? "";
  expect(token).toMatch(/^im_/);

  const send = async (method: string, path: string, data?: unknown) => {
    const answer = await request.fetch(`/api/scim/v2${path}`, { method, headers: { authorization: `Bearer ${token}`, "content-type": "application/scim+json" }, ...(data ? { data: JSON.stringify(data) } : {}) });
    return { status: answer.status(), body: (await answer.json()) as { id: string } };
  };
  // Somebody who has an account already, and a session.
  const email = `${unique("wim")}@example.org`;
  const person = await join(browser, server, await inviteLink(request, server, { email }), "Wim Worker");
  const made = await send("POST", "/Users", { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName: email, externalId: unique("00u"), displayName: "Wim Worker", emails: [{ primary: true, value: email }], active: true });
  expect(made.status).toBe(201);
  expect((await send("POST", "/Groups", { schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], displayName: group, members: [{ value: made.body.id }] })).status).toBe(201);
  await person.page.goto(`/teams/${team}`);
  await expect(person.page.getByRole("row", { name: /Wim Worker/ })).toBeVisible();

  await admin.page.reload();
  await expect(admin.page.getByRole("row", { name: new RegExp(group) })).toContainText(team);
  expect((await send("PATCH", `/Users/${made.body.id}`, { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: [{ op: "replace", value: { active: false } }] })).status).toBe(200);
  await person.page.goto("/settings");
  await expect(person.page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await admin.page.goto(`/admin/audit?actor=${encodeURIComponent(name)}`);
  await expect(admin.page.getByRole("row", { name: /person\.deactivate/ })).toContainText(email);
  await admin.page.goto("/admin/directory");
  await admin.page.getByRole("button", { name: `Revoke ${name}` }).click();
  await admin.page.getByRole("dialog", { name: `Revoke ${name}?` }).getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(admin.page.getByRole("row", { name: new RegExp(name) })).toHaveCount(0);
  expect((await send("GET", "/Users")).status).toBe(401);
  await admin.context.close();
  await person.context.close();
});
