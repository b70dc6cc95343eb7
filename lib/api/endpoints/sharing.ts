import { z } from "zod";
import { addPartRule, PartRuleInput, removePartRule } from "../../catalog/access/add-part-rule.ts";
import { getListing } from "../../catalog/access/get-listing.ts";
import { getSharing } from "../../catalog/access/get-sharing.ts";
import { grantAccess } from "../../catalog/access/grant-access.ts";
import { endpoint } from "../endpoint.ts";
import { Named, problem, SlugParams, Time } from "../schemas.ts";

const refusals = { 403: problem("It needs a maintainer of the owning team."), 404: problem("There is none, or it may not be seen.") };
const GrantParams = SlugParams.extend({ team: z.string() });
const Rule = z.object({ id: z.number().int(), part: z.enum(["tag", "path", "operation", "message", "property"]), pattern: z.string(), visibility: z.string().nullable(), owner: Named.nullable() });

/** Who sees an interface, and which of its parts are another's or narrower. */
export const sharingEndpoints = [
  endpoint({
    method: "GET", path: "/interfaces/{slug}/listing", operationId: "getListing", tag: "Sharing", summary: "Name, owner and one line of an interface, also where its contents are closed",
    params: SlugParams,
    responses: { 200: { description: "The listing.", schema: z.object({ slug: z.string(), title: z.string(), summary: z.string().nullable(), visibility: z.string(), owner: Named.extend({ contact: z.string().nullable() }).nullable() }) }, 404: problem("There is none, or it may not be seen.") },
    handle: async ({ ctx, params }) => ({ status: 200, body: await getListing({ ctx, input: params }) }),
  }),
  endpoint({
    method: "GET", path: "/interfaces/{slug}/sharing", operationId: "getSharing", tag: "Sharing", summary: "Who sees an interface besides its owner, and the rules for its parts", description: "Needs a maintainer of the owning team.",
    params: SlugParams,
    responses: { 200: { description: "Visibility, teams granted access, and rules for parts.", schema: z.object({ slug: z.string(), visibility: z.string(), grants: z.array(Named.extend({ since: Time })), parts: z.array(Rule) }) }, ...refusals },
    handle: async ({ ctx, params }) => ({ status: 200, body: await getSharing({ ctx, input: params }) }),
  }),
  endpoint({
    method: "PUT", path: "/interfaces/{slug}/grants/{team}", operationId: "grantAccess", tag: "Sharing", summary: "Let another team read a listed or private interface", description: "Needs a maintainer of the owning team.",
    params: GrantParams,
    responses: { 204: { description: "The team reads it." }, ...refusals },
    handle: async ({ ctx, params }) => (await grantAccess({ ctx, input: { ...params, granted: true } }), { status: 204 }),
  }),
  endpoint({
    method: "DELETE", path: "/interfaces/{slug}/grants/{team}", operationId: "endAccess", tag: "Sharing", summary: "End another team's access", description: "Needs a maintainer of the owning team.",
    params: GrantParams,
    responses: { 204: { description: "The team reads it no more." }, ...refusals },
    handle: async ({ ctx, params }) => (await grantAccess({ ctx, input: { ...params, granted: false } }), { status: 204 }),
  }),
  endpoint({
    method: "POST", path: "/interfaces/{slug}/part-rules", operationId: "addPartRule", tag: "Sharing", summary: "Give a part another owner, or narrow who sees it", description: "A part is a tag, the beginning of a path, an operation, a message or a property. Needs a maintainer of the owning team.",
    params: SlugParams, body: PartRuleInput,
    responses: { 201: { description: "The rule holds from now on.", schema: z.object({ id: z.number().int() }) }, 400: problem("A field is not as it should be."), ...refusals },
    handle: async ({ ctx, params, body }) => ({ status: 201, body: await addPartRule({ ctx, input: { ...body, ...params } }) }),
  }),
  endpoint({
    method: "DELETE", path: "/interfaces/{slug}/part-rules/{id}", operationId: "removePartRule", tag: "Sharing", summary: "Take a rule for a part away", description: "Needs a maintainer of the owning team.",
    params: SlugParams.extend({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
    responses: { 204: { description: "It holds no more." }, ...refusals },
    handle: async ({ ctx, params }) => (await removePartRule({ ctx, input: params }), { status: 204 }),
  }),
];
