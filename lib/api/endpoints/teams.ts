import { z } from "zod";
import { deleteTeam } from "../../catalog/teams/delete-team.ts";
import { listMembers } from "../../catalog/teams/list-members.ts";
import { removeMember } from "../../catalog/teams/remove-member.ts";
import { MemberRole, setMember } from "../../catalog/teams/set-member.ts";
import { updateTeam, UpdateTeamInput } from "../../catalog/teams/update-team.ts";
import { createDomain, CreateDomainInput, deleteDomain, updateDomain, UpdateDomainInput } from "../../catalog/teams/write-domain.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, Named, problem, SlugParams, Time } from "../schemas.ts";

const MemberShape = z.object({ id: z.string(), name: z.string(), email: z.string().nullable().meta({ description: "See Person." }), role: MemberRole, source: z.enum(["person", "group"]).meta({ description: "`group`: given by a group of the company's sign-in." }), since: Time }).meta({ id: "Member" });
const MemberParams = SlugParams.extend({ person: z.string().min(1).max(200).meta({ description: "Id or e-mail address." }) });
const signedIn = { 401: problem("It needs someone who is signed in, or an administrator's token.") };
const maintainers = { ...signedIn, 403: problem("It needs a maintainer of the team."), 404: problem("There is none.") };
const administrators = { ...signedIn, 403: problem("It needs an administrator.") };
const done = { 204: { description: "Done." } };

export const teamEndpoints = [
  endpoint({
    method: "PATCH", path: "/teams/{slug}", operationId: "updateTeam", tag: "Teams", summary: "Change what a team says of itself", description: "Needs a maintainer of the team.",
    params: SlugParams, body: UpdateTeamInput, responses: { ...done, ...maintainers },
    handle: async ({ ctx, params, body }) => {
      await updateTeam({ ctx, input: { ...body, ...params } });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "DELETE", path: "/teams/{slug}", operationId: "deleteTeam", tag: "Teams", summary: "Remove a team that owns nothing", description: "Needs an administrator.",
    params: SlugParams, responses: { ...done, ...administrators, 404: problem("There is none."), 409: problem("It owns something.") },
    handle: async ({ ctx, params }) => {
      await deleteTeam({ ctx, input: params });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "GET", path: "/teams/{slug}/members", operationId: "listMembers", tag: "Teams", summary: "Who is in a team", description: "Only for those who are signed in.",
    params: SlugParams, responses: { 200: { description: "Its people.", schema: listOf(MemberShape) }, ...signedIn, 404: problem("There is none.") },
    handle: async ({ ctx, params }) => ({ status: 200, body: await listMembers({ ctx, input: params }) }),
  }),
  endpoint({
    method: "PUT", path: "/teams/{slug}/members/{person}", operationId: "setMember", tag: "Teams", summary: "Put someone into a team, or give them another role", description: "A *member* publishes for the team, a *maintainer* also manages it. Needs a maintainer of the team.",
    params: MemberParams, body: z.object({ role: MemberRole.default("member") }), responses: { ...done, ...maintainers, 409: problem("That person has left.") },
    handle: async ({ ctx, params, body }) => {
      await setMember({ ctx, input: { ...params, ...body } });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "DELETE", path: "/teams/{slug}/members/{person}", operationId: "removeMember", tag: "Teams", summary: "Take someone out of a team", description: "Anyone may leave; for others it needs a maintainer of the team.",
    params: MemberParams, responses: { ...done, ...maintainers, 409: problem("A group of the company's sign-in gives this membership.") },
    handle: async ({ ctx, params }) => {
      await removeMember({ ctx, input: params });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "POST", path: "/domains", operationId: "createDomain", tag: "Teams", summary: "Make a domain", description: "Needs an administrator.",
    body: CreateDomainInput, responses: { 201: { description: "Made.", schema: Named }, ...administrators, 409: problem("The slug is taken.") },
    handle: async ({ ctx, body }) => ({ status: 201, body: await createDomain({ ctx, input: body }) }),
  }),
  endpoint({
    method: "PATCH", path: "/domains/{slug}", operationId: "updateDomain", tag: "Teams", summary: "Change a domain's name and description", description: "Needs an administrator.",
    params: SlugParams, body: UpdateDomainInput, responses: { ...done, ...administrators, 404: problem("There is none.") },
    handle: async ({ ctx, params, body }) => {
      await updateDomain({ ctx, input: { ...body, ...params } });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "DELETE", path: "/domains/{slug}", operationId: "deleteDomain", tag: "Teams", summary: "Remove a domain", description: "Its teams, interfaces and services stay. Needs an administrator.",
    params: SlugParams, responses: { ...done, ...administrators, 404: problem("There is none.") },
    handle: async ({ ctx, params }) => {
      await deleteDomain({ ctx, input: params });
      return { status: 204 };
    },
  }),
];
