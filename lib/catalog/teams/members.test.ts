import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { users } from "#db/schema/auth.ts";
import { memberships } from "#db/schema/people/memberships.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { addPerson } from "#lib/auth/testing.ts";
import { createTeam } from "./create-team.ts";
import { getDomain } from "../domains/get-domain.ts";
import { getTeam } from "./get-team.ts";
import { type Catalog, openapi, openCatalog } from "../testing.ts";
import { deleteTeam } from "./delete-team.ts";
import { listMembers } from "./list-members.ts";
import { removeMember } from "./remove-member.ts";
import { setMember } from "./set-member.ts";
import { updateTeam } from "./update-team.ts";
import { createDomain, deleteDomain, updateDomain } from "./write-domain.ts";

let catalog: Catalog;
let team: Awaited<ReturnType<Catalog["team"]>>;
beforeAll(async () => {
  catalog = await openCatalog();
  team = await catalog.team("owners");
});
afterAll(() => catalog.close());

const rolesOf = async (slug: string) => Object.fromEntries((await listMembers({ ctx: catalog.admin, input: { slug } }).catch(() => ({ items: [] }))).items.map(({ id, role }) => [id, role]));
const person = async () => {
  const ctx = await addPerson(catalog.db);
  return { ctx, id: ctx.actor.kind === "person" ? ctx.actor.id : "" };
};

it("lets maintainers and administrators decide who is in a team, and nobody else", async () => {
  const { id } = await person();
  for (const ctx of [team.member, catalog.outsider, (await catalog.team("others")).maintainer]) {
    await expect(setMember({ ctx, input: { slug: "owners", person: id, role: "member" } })).rejects.toMatchObject({ status: 403 });
    await expect(updateTeam({ ctx, input: { slug: "owners", name: "Mine" } })).rejects.toMatchObject({ status: 403 });
  }
  await setMember({ ctx: team.maintainer, input: { slug: "owners", person: `${id}@EXAMPLE.com`, role: "member" } });
  expect((await rolesOf("owners"))[id]).toBe("member");
  await setMember({ ctx: catalog.admin, input: { slug: "owners", person: id, role: "maintainer" } });
  expect((await rolesOf("owners"))[id]).toBe("maintainer");
  await expect(removeMember({ ctx: team.member, input: { slug: "owners", person: id } })).rejects.toMatchObject({ status: 403 });
  await removeMember({ ctx: team.maintainer, input: { slug: "owners", person: id } });
  expect((await rolesOf("owners"))[id]).toBeUndefined();
});

it("lets anyone leave a team, but for what a group of the sign-in provider gives", async () => {
  const { ctx, id } = await person();
  await setMember({ ctx: team.maintainer, input: { slug: "owners", person: id, role: "member" } });
  await removeMember({ ctx, input: { slug: "owners", person: id } });
  await catalog.db.insert(memberships).values({ teamId: team.id, userId: id, source: "group" });
  await expect(removeMember({ ctx, input: { slug: "owners", person: id } })).rejects.toMatchObject({ status: 409 });
  // Once people decide, the group no longer does.
  await setMember({ ctx: team.maintainer, input: { slug: "owners", person: id, role: "maintainer" } });
  await removeMember({ ctx: team.maintainer, input: { slug: "owners", person: id } });
});

it("keeps a maintainer: the last one neither leaves nor is removed nor demoted, but by an administrator", async () => {
  const { id, maintainer } = await catalog.team("kept");
  const last = accountIdOf(maintainer.actor) ?? "";
  const refused = { status: 409, message: expect.stringContaining("Make someone else a maintainer first") };
  await expect(removeMember({ ctx: maintainer, input: { slug: "kept", person: last } })).rejects.toMatchObject(refused);
  await expect(setMember({ ctx: maintainer, input: { slug: "kept", person: last, role: "member" } })).rejects.toMatchObject(refused);
  // One who left manages nothing.
  const gone = await addPerson(catalog.db, { teams: { [id]: "maintainer" } });
  await catalog.db.update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, accountIdOf(gone.actor) ?? ""));
  await expect(removeMember({ ctx: maintainer, input: { slug: "kept", person: last } })).rejects.toMatchObject(refused);
  const second = await addPerson(catalog.db, { teams: { [id]: "maintainer" } });
  await removeMember({ ctx: maintainer, input: { slug: "kept", person: last } });
  await removeMember({ ctx: catalog.admin, input: { slug: "kept", person: accountIdOf(second.actor) ?? "" } });
});

it("shows addresses to administrators, to oneself, and between maintainers and members", async () => {
  const { maintainer, member } = await catalog.team("shown");
  const second = await addPerson(catalog.db, { teams: { [(await catalog.team("unrelated")).id]: "maintainer" } });
  const seenBy = async (ctx: Ctx) => Object.fromEntries((await listMembers({ ctx, input: { slug: "shown" } })).items.map(({ role, email }) => [role, email !== null]));
  expect(await seenBy(maintainer)).toEqual({ maintainer: true, member: true });
  expect(await seenBy(member)).toEqual({ maintainer: true, member: true });
  expect(await seenBy(second)).toEqual({ maintainer: false, member: false });
  expect(await seenBy(catalog.admin)).toEqual({ maintainer: true, member: true });
});

it("moves what a team owns into its domain, and keeps a team that owns something", async () => {
  await createDomain({ ctx: catalog.admin, input: { slug: "sales", name: "Sales" } });
  await expect(createDomain({ ctx: team.maintainer, input: { slug: "other", name: "Other" } })).rejects.toMatchObject({ status: 403 });
  await expect(createDomain({ ctx: catalog.admin, input: { slug: "sales", name: "Sales" } })).rejects.toMatchObject({ status: 409 });
  await catalog.publish(openapi({ title: "Owned" }), { owner: "owners" });
  await updateTeam({ ctx: team.maintainer, input: { slug: "owners", domain: "sales", contact: " #owners " } });
  expect((await getDomain({ ctx: catalog.visitor, input: { slug: "sales" } })).interfaces.items.map(({ title }) => title)).toEqual(["Owned"]);
  expect(await getTeam({ ctx: catalog.visitor, input: { slug: "owners" } })).toMatchObject({ contact: "#owners", domain: { slug: "sales" } });
  await expect(updateTeam({ ctx: team.maintainer, input: { slug: "owners", domain: "nowhere" } })).rejects.toMatchObject({ status: 400 });
  await expect(deleteTeam({ ctx: team.maintainer, input: { slug: "owners" } })).rejects.toMatchObject({ status: 403 });
  await expect(deleteTeam({ ctx: catalog.admin, input: { slug: "owners" } })).rejects.toMatchObject({ status: 409 });

  await updateDomain({ ctx: catalog.admin, input: { slug: "sales", name: "Selling" } });
  await deleteDomain({ ctx: catalog.admin, input: { slug: "sales" } });
  expect(await getTeam({ ctx: catalog.visitor, input: { slug: "owners" } })).toMatchObject({ domain: null, interfaces: { items: [{ domain: null }] } });
  await createTeam({ ctx: catalog.admin, input: { slug: "short-lived", name: "Short-lived" } });
  await deleteTeam({ ctx: catalog.admin, input: { slug: "short-lived" } });
  await expect(getTeam({ ctx: catalog.visitor, input: { slug: "short-lived" } })).rejects.toMatchObject({ status: 404 });
});
