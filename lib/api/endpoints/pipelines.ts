import { z } from "zod";
import { createTrust, CreateTrustInput } from "../../auth/ci/create-trust.ts";
import { deleteTrust } from "../../auth/ci/delete-trust.ts";
import { listTrusts } from "../../auth/ci/list-trusts.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, Named, problem, Time } from "../schemas.ts";

const Trust = z
  .object({
    id: z.number().int(),
    issuer: z.string(),
    audience: z.string(),
    repository: z.string(),
    ref: z.string().nullable().meta({ description: "`refs/heads/main`, `refs/tags/*`; `null` for any." }),
    team: Named,
    interface: z.string().nullable().meta({ description: "The only interface it may publish to." }),
    createdAt: Time,
    lastUsedAt: Time.nullable(),
  })
  .meta({ id: "TrustedPipeline" });

export const pipelineEndpoints = [
  endpoint({
    method: "GET", path: "/pipelines", operationId: "listPipelines", tag: "Tokens", summary: "Pipelines that publish without a stored secret", description: "Needs an administrator.",
    responses: { 200: { description: "All of them.", schema: listOf(Trust) }, 403: problem("It needs an administrator.") },
    handle: async ({ ctx }) => ({ status: 200, body: { items: await listTrusts({ ctx }), next: null } }),
  }),
  endpoint({
    method: "POST", path: "/pipelines", operationId: "trustPipeline", tag: "Tokens", summary: "Let a repository's pipelines publish for a team",
    description: "By the identity tokens that GitHub, GitLab or another issuer gives them: what the issuer says of audience, repository and ref decides. Needs an administrator.",
    body: CreateTrustInput,
    responses: { 201: { description: "Trusted from now on.", schema: z.object({ id: z.number().int() }) }, 400: problem("A field is not as it should be."), 403: problem("It needs an administrator.") },
    handle: async ({ ctx, body }) => ({ status: 201, body: await createTrust({ ctx, input: body }) }),
  }),
  endpoint({
    method: "DELETE", path: "/pipelines/{id}", operationId: "distrustPipeline", tag: "Tokens", summary: "Trust a pipeline no more, at once", description: "Needs an administrator.",
    params: z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
    responses: { 204: { description: "Its tokens are refused from now on." }, 403: problem("It needs an administrator."), 404: problem("There is none.") },
    handle: async ({ ctx, params }) => {
      await deleteTrust({ ctx, id: params.id });
      return { status: 204 };
    },
  }),
];
