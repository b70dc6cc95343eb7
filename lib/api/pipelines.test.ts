import { eq } from "drizzle-orm";
import { generateKeyPair } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog } from "#db/schema/system/audit-log.ts";
import { createTrust } from "#lib/auth/ci/create-trust.ts";
import { deleteTrust } from "#lib/auth/ci/delete-trust.ts";
import { type LocalIssuer, startIssuer } from "#lib/auth/ci/testing.ts";
import { type Catalog, openapi, openCatalog } from "#lib/catalog/testing.ts";
import { dispatch } from "./dispatch.ts";

let catalog: Catalog;
let issuer: LocalIssuer;
let trusted: number;
const audience = "https://intermesh.example.com";
beforeAll(async () => {
  catalog = await openCatalog();
  issuer = await startIssuer();
  for (const team of ["orders", "others"]) await catalog.team(team);
  await catalog.publish(openapi({ title: "Orders" }), { interface: "orders", owner: "orders" });
  await catalog.publish(openapi({ title: "Theirs" }), { interface: "theirs", owner: "others" });
  ({ id: trusted } = await createTrust({ ctx: catalog.admin, input: { issuer: issuer.url, audience, repository: "acme/orders", ref: "refs/heads/main", team: "orders" } }));
  await createTrust({ ctx: catalog.admin, input: { issuer: issuer.url, audience, repository: "platform/*", ref: "refs/tags/v*", team: "orders", interface: "orders" } });
});
afterAll(async () => {
  await issuer.close();
  await catalog.close();
});

const github = { aud: audience, sub: "repo:acme/orders:ref:refs/heads/main", repository: "acme/orders", ref: "refs/heads/main" };
let version = 1;
const publish = async (token: string, slug = "orders", query = "") => {
  const body = openapi({ title: slug === "orders" ? "Orders" : "Theirs", version: String(++version) });
  const response = await dispatch(new Request(`http://localhost/api/v1/specs?interface=${slug}${query}`, { method: "POST", body, headers: { authorization: `Bearer ${token}` } }));
  return { status: response.status, body: JSON.parse(await response.text()) };
};
const statusOf = async (token: string) => (await publish(token)).status;

describe("a pipeline's identity token", () => {
  it("of GitHub publishes for the team of its repository and ref, and the record names the pipeline", async () => {
    expect(await publish(await issuer.issue(github))).toMatchObject({ status: 201, body: { status: "published" } });
    const [entry] = await catalog.db.select().from(auditLog).where(eq(auditLog.actor, `pipeline ${trusted}`));
    expect(entry).toMatchObject({ action: "interface.publish", actorName: "acme/orders at refs/heads/main" });
  });

  it("of GitLab publishes by project, branch or tag, to its one interface", async () => {
    const gitlab = { aud: audience, sub: "project_path:platform/orders:ref_type:tag:ref:v2", project_path: "platform/orders", ref: "v2", ref_type: "tag" };
    expect((await publish(await issuer.issue(gitlab))).status).toBe(201);
    expect((await publish(await issuer.issue({ ...gitlab, ref: "v2", ref_type: "branch" }))).status).toBe(401);
    expect((await publish(await issuer.issue(gitlab), "another")).status).toBe(403);
  });

  it("publishes nothing for another team, whatever it asks for", async () => {
    const token = await issuer.issue(github);
    expect((await publish(token, "theirs")).status).toBe(403);
    expect((await publish(token, "new-one", "&owner=others")).status).toBe(403);
  });

  it.each([
    ["another repository", { repository: "acme/orders-fork" }],
    ["a repository whose name begins alike", { repository: "acme/ordersx" }],
    ["another branch", { ref: "refs/heads/feature" }],
    ["a pull request", { ref: "refs/pull/7/merge" }],
    ["another audience", { aud: "https://elsewhere.example.com" }],
    ["no repository", { repository: undefined }],
  ])("of %s is refused", async (_, change) => {
    expect(await statusOf(await issuer.issue({ ...github, ...change }))).toBe(401);
  });

  it("is refused when it has ended, was signed by another key, by none, or by the public key as a secret", async () => {
    expect(await statusOf(await issuer.issue(github, { expires: "-5m" }))).toBe(401);
    const { privateKey } = await generateKeyPair("RS256");
    expect(await statusOf(await issuer.issue(github, { key: privateKey }))).toBe(401);
    const [, claims] = (await issuer.issue(github)).split(".");
    for (const alg of ["none", "HS256"]) expect(await statusOf(`${Buffer.from(JSON.stringify({ alg })).toString("base64url")}.${claims}.c2ln`)).toBe(401);
  });

  it("of an issuer that nobody named is refused without asking that issuer", async () => {
    const stranger = await startIssuer();
    expect(await statusOf(await stranger.issue(github))).toBe(401);
    expect(stranger.requests()).toBe(0);
    await stranger.close();
  });

  it("reads nothing and manages nothing", async () => {
    const headers = { authorization: `Bearer ${await issuer.issue(github)}` };
    for (const [method, path] of [["GET", "/interfaces"], ["DELETE", "/interfaces/orders"], ["POST", "/tokens"]] as const) {
      expect((await dispatch(new Request(`http://localhost/api/v1${path}`, { method, headers }))).status).toBe(401);
    }
  });

  it("is refused as soon as its repository is trusted no more", async () => {
    const token = await issuer.issue({ ...github, repository: "acme/brief" });
    const { id } = await createTrust({ ctx: catalog.admin, input: { issuer: issuer.url, audience, repository: "acme/brief", team: "orders" } });
    expect(await statusOf(token)).toBe(201);
    await deleteTrust({ ctx: catalog.admin, id });
    expect(await statusOf(token)).toBe(401);
  });
});

it("trusts no issuer that is reached without encryption, nor a whole forge", async () => {
  const input = { issuer: "http://ci.example.com", audience, repository: "acme/orders", team: "orders" };
  await expect(createTrust({ ctx: catalog.admin, input })).rejects.toMatchObject({ detail: { fields: { issuer: expect.any(String) } } });
  await expect(createTrust({ ctx: catalog.admin, input: { ...input, issuer: issuer.url, repository: "*" } })).rejects.toMatchObject({ detail: { fields: { repository: expect.any(String) } } });
});
