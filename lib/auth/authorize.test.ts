import { describe, expect, it } from "vitest";
import { ForbiddenError, UnauthenticatedError } from "../errors.ts";
import type { Actor, Token } from "./actor.ts";
import { authorize, may, type Action, type Resource } from "./authorize.ts";

const person = (role: "member" | "admin", ...teams: { id: number; role: "member" | "maintainer" }[]): Actor => ({ kind: "person", id: "p", name: "P", email: "p@example.com", role, teams });
const token = (some: Partial<Token>): Actor => ({ kind: "token", id: 1, name: "ci", scopes: ["publish"], teamId: null, interfaceId: null, makerId: "p", teams: [], ...some });

const actors = {
  visitor: { kind: "anonymous" },
  outsider: person("member", { id: 2, role: "maintainer" }),
  member: person("member", { id: 1, role: "member" }),
  maintainer: person("member", { id: 1, role: "maintainer" }),
  administrator: person("admin"),
  system: { kind: "system", name: "worker" },
  readToken: token({ scopes: ["read"], teams: [{ id: 1, role: "maintainer" }] }),
  publishToken: token({ teams: [{ id: 1, role: "maintainer" }] }),
  otherTeamsToken: token({ teams: [{ id: 2, role: "member" }] }),
  interfaceToken: token({ interfaceId: 7, teams: [{ id: 1, role: "member" }] }),
  adminToken: token({ scopes: ["admin"] }),
} satisfies Record<string, Actor>;

const owned: Resource = { ownerTeamId: 1, interfaceId: 9 };
const allowed = (action: Action, resource: Resource) => Object.entries(actors).filter(([, actor]) => may({ actor }, action, resource)).map(([name]) => name).join(" ");

describe("who may do what", () => {
  it.each([
    ["interface.publish", owned, "member maintainer administrator system publishToken adminToken"],
    ["interface.publish", { ownerTeamId: 1, interfaceId: 7 }, "member maintainer administrator system publishToken interfaceToken adminToken"],
    ["interface.publish", {}, "outsider member maintainer administrator system publishToken otherTeamsToken adminToken"],
    ["interface.check", {}, "outsider member maintainer administrator system publishToken otherTeamsToken interfaceToken adminToken"],
    ["interface.describe", owned, "member maintainer administrator system adminToken"],
    ["interface.rename", owned, "maintainer administrator system adminToken"],
    ["interface.delete", owned, "maintainer administrator system adminToken"],
    ["interface.delete", {}, "administrator system adminToken"],
    ["interface.purge", owned, "administrator system adminToken"],
    ["token.create", {}, "outsider member maintainer administrator system adminToken"],
    ["demo.remove", {}, "administrator system adminToken"],
  ] as [Action, Resource, string][])("%s on %j", (action, resource, expected) => {
    expect(allowed(action, resource)).toBe(expected);
  });

  it("asks a visitor to sign in, and tells anyone else who may", () => {
    expect(() => authorize({ actor: actors.visitor as Actor }, "interface.publish", owned)).toThrow(UnauthenticatedError);
    expect(() => authorize({ actor: actors.outsider }, "interface.publish", owned)).toThrow(new ForbiddenError("This needs a member of the owning team, or its publish token."));
  });
});
