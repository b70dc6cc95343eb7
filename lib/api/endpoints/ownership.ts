import { z } from "zod";
import { claimOwned } from "../../catalog/ownership/claim-owned.ts";
import { confirmOwned } from "../../catalog/ownership/confirm-owned.ts";
import { decideOffer, DecideOfferInput } from "../../catalog/ownership/decide-offer.ts";
import { OwnedKind } from "../../catalog/ownership/find-owned.ts";
import { getOwnership } from "../../catalog/ownership/get-ownership.ts";
import { listOffers } from "../../catalog/ownership/list-offers.ts";
import { listWithoutOwner, ListWithoutOwnerInput, ownershipReasons } from "../../catalog/ownership/list-without-owner.ts";
import { OfferInput, offerOwned } from "../../catalog/ownership/offer-owned.ts";
import { listPartOwners } from "../../catalog/ownership/list-part-owners.ts";
import { putCodeowners, PutCodeownersInput } from "../../catalog/ownership/put-codeowners.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, Named, problem, SlugParams, Time } from "../schemas.ts";

const OwnedParams = z.object({ subject: OwnedKind }).extend(SlugParams.shape);
const ProposalShape = z.object({ owners: z.array(z.string()), line: z.number().int(), team: Named.nullable() }).meta({ id: "OwnerProposal", description: "What the CODEOWNERS file of its repository says." });
const OfferShape = z
  .object({ id: z.number().int(), subject: OwnedKind, slug: z.string(), title: z.string(), from: Named.nullable(), to: Named, note: z.string().nullable(), offeredBy: z.string(), createdAt: Time })
  .meta({ id: "OwnershipOffer" });
const OwnershipShape = z
  .object({ subject: OwnedKind, slug: z.string(), title: z.string(), owner: Named.nullable(), confirmedAt: Time.nullable(), offer: OfferShape.nullable(), proposal: ProposalShape.nullable() })
  .meta({ id: "Ownership" });
const WithoutOwnerShape = z
  .object({ subject: OwnedKind, slug: z.string(), title: z.string(), reason: z.enum(ownershipReasons), owner: Named.nullable(), confirmedAt: Time.nullable(), proposal: ProposalShape.nullable() })
  .meta({ id: "WithoutOwner" });
const PartOwnerShape = z.object({ id: z.number().int(), part: z.string(), pattern: z.string(), owner: Named }).meta({ id: "PartOwner" });
const Counts = z.object({ unowned: z.number().int(), "empty-team": z.number().int(), unconfirmed: z.number().int() });

const signedIn = { 401: problem("It needs someone who is signed in, or an administrator's token.") };
const refusals = { ...signedIn, 403: problem("The team that it takes is not yours."), 404: problem("There is none, or it may not be seen.") };
const Slug = z.object({ slug: z.string() });
const changed = { 200: { description: "Done.", schema: Slug } };

export const ownershipEndpoints = [
  endpoint({
    method: "GET", path: "/ownership", operationId: "listWithoutOwner", tag: "Ownership", summary: "What has no living owner",
    description: "Interfaces and services without a team, of a team without people, or whose owner said nothing for too long; the worst first. `next` is the next `offset`.",
    query: ListWithoutOwnerInput, responses: { 200: { description: "A page of them.", schema: listOf(WithoutOwnerShape).extend({ counts: Counts, ownerConfirmationDays: z.number().int() }) }, ...signedIn },
    handle: async ({ ctx, query }) => ({ status: 200, body: await listWithoutOwner({ ctx, input: query }) }),
  }),
  endpoint({
    method: "GET", path: "/ownership/offers", operationId: "listOwnershipOffers", tag: "Ownership", summary: "Open offers from and to one's own teams",
    responses: { 200: { description: "Open offers.", schema: listOf(OfferShape) }, ...signedIn },
    handle: async ({ ctx }) => ({ status: 200, body: await listOffers({ ctx }) }),
  }),
  endpoint({
    method: "PATCH", path: "/ownership/offers/{id}", operationId: "decideOwnershipOffer", tag: "Ownership", summary: "Accept, decline or withdraw an offer",
    description: "Needs a maintainer of the team it is offered to, or, to withdraw, of the one that offers.",
    params: z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }), body: DecideOfferInput,
    responses: { ...changed, ...refusals, 409: problem("The owner changed since it was offered.") },
    handle: async ({ ctx, params, body }) => ({ status: 200, body: await decideOffer({ ctx, input: { ...params, ...body } }) }),
  }),
  endpoint({
    method: "PUT", path: "/ownership/codeowners", operationId: "putCodeowners", tag: "Ownership", summary: "Send a repository's CODEOWNERS file", description: "It proposes owners for what was published from there and nobody owns; it decides nothing.",
    body: PutCodeownersInput, responses: { 200: { description: "Kept.", schema: z.object({ changed: z.boolean() }) }, ...signedIn, 403: problem("It needs someone who is signed in, or a publish token.") },
    handle: async ({ ctx, body }) => ({ status: 200, body: await putCodeowners({ ctx, input: body }) }),
  }),
  endpoint({
    method: "GET", path: "/ownership/{subject}/{slug}", operationId: "getOwnership", tag: "Ownership", summary: "Who answers for an interface or service",
    params: OwnedParams, responses: { 200: { description: "Its owner.", schema: OwnershipShape }, 404: problem("There is none, or it may not be seen.") },
    handle: async ({ ctx, params }) => ({ status: 200, body: await getOwnership({ ctx, input: params }) }),
  }),
  endpoint({
    method: "POST", path: "/ownership/{subject}/{slug}/claim", operationId: "claimOwnership", tag: "Ownership", summary: "Claim what nobody owns for one's own team",
    params: OwnedParams, body: z.object({ team: z.string().trim().min(1).max(100) }), responses: { ...changed, ...refusals, 409: problem("It has an owner.") },
    handle: async ({ ctx, params, body }) => ({ status: 200, body: await claimOwned({ ctx, input: { ...params, ...body } }) }),
  }),
  endpoint({
    method: "POST", path: "/ownership/{subject}/{slug}/confirm", operationId: "confirmOwnership", tag: "Ownership", summary: "Say that it is still one's own team's",
    params: OwnedParams, responses: { ...changed, ...refusals },
    handle: async ({ ctx, params }) => ({ status: 200, body: await confirmOwned({ ctx, input: params }) }),
  }),
  endpoint({
    method: "POST", path: "/ownership/{subject}/{slug}/offer", operationId: "offerOwnership", tag: "Ownership", summary: "Offer it to another team", description: "It changes hands when that team accepts. Needs a maintainer of the owning team.",
    params: OwnedParams, body: OfferInput, responses: { 201: { description: "Offered.", schema: z.object({ id: z.number().int() }) }, ...refusals, 409: problem("It is offered already.") },
    handle: async ({ ctx, params, body }) => ({ status: 201, body: await offerOwned({ ctx, input: { ...params, ...body } }) }),
  }),
  endpoint({
    method: "GET", path: "/interfaces/{slug}/part-owners", operationId: "listPartOwners", tag: "Ownership", summary: "Parts of an interface that another team answers for",
    params: SlugParams, responses: { 200: { description: "The first that fits a part decides.", schema: listOf(PartOwnerShape) }, 404: problem("There is none, or it may not be seen.") },
    handle: async ({ ctx, params }) => ({ status: 200, body: { ...(await listPartOwners({ ctx, input: params })), next: null } }),
  }),
];
