import { z } from "zod";
import { ChangePersonInput, changePerson } from "../../catalog/people/change-person.ts";
import { createPasswordLink } from "../../catalog/people/create-password-link.ts";
import { type Invited, InvitePersonInput, invitePerson } from "../../catalog/people/invite-person.ts";
import { listInvitations } from "../../catalog/people/list-invitations.ts";
import { listPeople, ListPeopleInput } from "../../catalog/people/list-people.ts";
import { mailInvitation } from "../../catalog/people/send-invitation.ts";
import { revokeInvitation } from "../../catalog/people/revoke-invitation.ts";
import { originOf } from "../../auth/origin-of.ts";
import { env } from "../../env.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, Named, problem, Time } from "../schemas.ts";

const PersonShape = z
  .object({
    id: z.string(), name: z.string(), email: z.string().nullable().meta({ description: "For administrators, for oneself, and between the maintainers of a team and its members." }), role: z.enum(["member", "admin"]), deactivatedAt: Time.nullable(),
    createdAt: Time, lastSignInAt: Time.nullable().meta({ description: "For administrators." }),
    teams: z.array(Named.extend({ role: z.enum(["member", "maintainer"]) }).meta({ id: "TeamOfPerson" })),
  })
  .meta({ id: "Person" });
const InvitationShape = z
  .object({ id: z.number().int(), email: z.string(), role: z.enum(["member", "admin"]), team: Named.nullable(), teamRole: z.enum(["member", "maintainer"]), isPasswordLink: z.boolean(), invitedByName: z.string(), createdAt: Time, expiresAt: Time })
  .meta({ id: "Invitation" });
const LinkShape = z.object({ id: z.number().int(), email: z.string(), url: z.string().meta({ description: "Shown once: hand it to that person, and to nobody else." }), expiresAt: Time, mailed: z.boolean().optional().meta({ description: "It went to that person by e-mail." }) }).meta({ id: "InvitationLink" });

const signedIn = { 401: problem("It needs someone who is signed in, or a token.") };
const administrators = { ...signedIn, 403: problem("It needs an administrator.") };
const PersonParams = z.object({ person: z.string().min(1).max(200).meta({ description: "Id or e-mail address." }) });

export const peopleEndpoints = [
  endpoint({
    method: "GET", path: "/people", operationId: "listPeople", tag: "People", summary: "List people", description: "Only for those who are signed in.",
    query: ListPeopleInput,
    responses: { 200: { description: "A page of people.", schema: listOf(PersonShape).extend({ total: z.number().int() }) }, ...signedIn },
    handle: async ({ ctx, query }) => ({ status: 200, body: await listPeople({ ctx, input: query }) }),
  }),
  endpoint({
    method: "PATCH", path: "/people/{person}", operationId: "changePerson", tag: "People", summary: "Make someone an administrator, or deactivate or reactivate them",
    description: "A deactivated person's sessions, tokens and open invitations end at once. Needs an administrator.",
    params: PersonParams, body: ChangePersonInput,
    responses: { 200: { description: "Changed.", schema: z.object({ id: z.string(), email: z.string(), role: z.string(), deactivatedAt: Time.nullable() }) }, ...administrators, 404: problem("There is no such person."), 409: problem("No administrator would be left.") },
    handle: async ({ ctx, params, body }) => ({ status: 200, body: await changePerson({ ctx, input: { ...params, ...body } }) }),
  }),
  endpoint({
    method: "POST", path: "/people/{person}/password-link", operationId: "createPasswordLink", tag: "People", summary: "Make a link to choose a new password", description: "It holds for a day, once. Needs an administrator.",
    params: PersonParams,
    responses: { 201: { description: "Made.", schema: LinkShape }, ...administrators, 404: problem("There is no such person."), 409: problem("That person was deactivated.") },
    handle: async ({ ctx, params, request }) => ({ status: 201, body: linkOf(request, await createPasswordLink({ ctx, input: params })) }),
  }),
  endpoint({
    method: "GET", path: "/invitations", operationId: "listInvitations", tag: "People", summary: "List open invitations", description: "Of a team for its maintainers, all for administrators.",
    query: z.object({ team: z.string().max(100).optional() }),
    responses: { 200: { description: "Open invitations.", schema: listOf(InvitationShape) }, ...signedIn, 403: problem("It needs a maintainer of the team, or an administrator.") },
    handle: async ({ ctx, query }) => ({ status: 200, body: await listInvitations({ ctx, input: query }) }),
  }),
  endpoint({
    method: "POST", path: "/invitations", operationId: "invitePerson", tag: "People", summary: "Invite someone",
    description: "Answers with a link that gives one person an account, once; where a mail server is set up it is mailed as well. Needs a maintainer of the team, or an administrator.",
    body: InvitePersonInput,
    responses: { 201: { description: "Made.", schema: LinkShape }, ...signedIn, 403: problem("It needs a maintainer of the team, or an administrator; or sign-up is closed."), 404: problem("There is no such team."), 409: problem("That person has an account.") },
    handle: async ({ ctx, body, request }) => {
      const invited = await invitePerson({ ctx, input: body });
      // A mailed link is of the installation's own address, never of one that a request names.
      const mailed = await mailInvitation(invited);
      return { status: 201, body: { ...linkOf(request, invited), mailed } };
    },
  }),
  endpoint({
    method: "DELETE", path: "/invitations/{id}", operationId: "revokeInvitation", tag: "People", summary: "Take an invitation back",
    params: z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
    responses: { 204: { description: "Taken back." }, ...signedIn, 404: problem("There is no such open invitation.") },
    handle: async ({ ctx, params }) => {
      await revokeInvitation({ ctx, input: params });
      return { status: 204 };
    },
  }),
];

function linkOf(request: Request, { id, email, secret, expiresAt }: Invited) {
  return { id, email, url: `${originOf(request.headers, env().PUBLIC_URL)}/invitations?token=${secret}`, expiresAt };
}
