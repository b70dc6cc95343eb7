import { afterAll, beforeAll, expect, it } from "vitest";
import { getTeam } from "./get-team.ts";
import { type Catalog, openCatalog } from "../testing.ts";
import { importTeams } from "./import-teams.ts";
import { listMembers } from "./list-members.ts";
import { readTeamFile } from "./read-team-file.ts";

let catalog: Catalog;
let team: Awaited<ReturnType<Catalog["team"]>>;
beforeAll(async () => {
  catalog = await openCatalog();
  team = await catalog.team("checkout");
});
afterAll(() => catalog.close());

const emailOf = () => (catalog.outsider.actor.kind === "person" ? catalog.outsider.actor.email : "");
const rolesOf = async (slug: string) => Object.fromEntries((await listMembers({ ctx: team.member, input: { slug } })).items.map(({ email, role }) => [email, role]));

it("brings in domains, teams, members and groups, once, and says whom it does not know", async () => {
  const text = `domains:\n  - { slug: sales, name: Selling }\nteams:\n  - slug: checkout\n    name: Checkout\n    domain: sales\n    maintainers: [${emailOf().toUpperCase()}]\n    groups: [eng-checkout, { name: leads, role: maintainer }]\n  - { slug: returns, members: [nobody@example.com, "${emailOf()}"] }\n`;
  expect(await importTeams({ ctx: catalog.admin, input: { text, dry: true } })).toMatchObject({ domains: 1, teams: 2 });
  await expect(getTeam({ ctx: catalog.visitor, input: { slug: "returns" } })).rejects.toMatchObject({ status: 404 });
  expect(await importTeams({ ctx: catalog.admin, input: { text } })).toEqual({ domains: 1, teams: 2, members: 2, groups: 2, unknown: ["nobody@example.com"] });
  expect(await importTeams({ ctx: catalog.admin, input: { text } })).toEqual({ domains: 0, teams: 0, members: 0, groups: 0, unknown: ["nobody@example.com"] });
  expect(await getTeam({ ctx: catalog.visitor, input: { slug: "checkout" } })).toMatchObject({ name: "Checkout", domain: { slug: "sales", name: "Selling" } });
  expect((await rolesOf("checkout"))[emailOf()]).toBe("maintainer");
  // Whoever was in a team before stays.
  expect(Object.keys(await rolesOf("checkout"))).toHaveLength(3);
  await expect(importTeams({ ctx: team.maintainer, input: { text } })).rejects.toMatchObject({ status: 403 });
});

it("stores nothing of a file with a fault, and says where it is", async () => {
  const faulty = (text: string) => importTeams({ ctx: catalog.admin, input: { text } });
  await expect(faulty("teams:\n  - { slug: fine }\n  - { slug: Not A Slug! }")).rejects.toThrow(/teams\[2\]\.slug/);
  await expect(faulty("teams:\n  - { slug: fine }\n  - { slug: other, domain: nowhere }")).rejects.toThrow('"nowhere" that does not exist');
  await expect(faulty("teams: [")).rejects.toThrow("no YAML");
  await expect(faulty("team,shoe size\na,1")).rejects.toThrow('a column "shoe size"');
  await expect(faulty("team,email,role\na,a@example.com,king")).rejects.toThrow("Line 2");
  await expect(getTeam({ ctx: catalog.visitor, input: { slug: "fine" } })).rejects.toMatchObject({ status: 404 });
});

it("reads a table with quotes, semicolons and a byte order mark", () => {
  expect(readTeamFile('\uFEFFteam;name;domain;email;role\r\nbilling;"Billing; and ""dunning""";finance;a@example.com;maintainer\r\n\r\nbilling;;;b@example.com;\r\n')).toEqual({
    domains: [{ slug: "finance" }],
    teams: [{ slug: "billing", name: 'Billing; and "dunning"', domain: "finance", maintainers: ["a@example.com"], members: ["b@example.com"], groups: [] }],
  });
});

it("says in which line of a table a quotation mark is left open, also when the cell goes over lines", () => {
  expect(() => readTeamFile('team,name\nok,"two\nlines"\nbad,"unterminated\nmore,x\n')).toThrow("Line 4 of the table opens a quotation mark that nothing closes.");
});
