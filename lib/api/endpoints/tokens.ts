import { z } from "zod";
import { createToken, CreateTokenInput } from "../../auth/tokens/create-token.ts";
import { listTokens } from "../../auth/tokens/list-tokens.ts";
import { revokeToken } from "../../auth/tokens/revoke-token.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, problem, Time } from "../schemas.ts";

const Token = z
  .object({
    id: z.number().int(),
    name: z.string(),
    hint: z.string().meta({ description: "Its first characters." }),
    scopes: z.array(z.enum(["read", "publish", "admin", "provision"])),
    teamName: z.string().nullable(),
    interfaceSlug: z.string().nullable().meta({ description: "The only interface it may publish to." }),
    makerName: z.string().nullable(),
    createdAt: Time,
    expiresAt: Time.nullable(),
    lastUsedAt: Time.nullable(),
    expired: z.boolean(),
  })
  .meta({ id: "Token" });

export const tokenEndpoints = [
  endpoint({
    method: "GET", path: "/tokens", operationId: "listTokens", tag: "Tokens", summary: "List the tokens that one may revoke",
    responses: { 200: { description: "One's own; for an administrator everyone's. Revoked ones are left out.", schema: listOf(Token) } },
    handle: async ({ ctx }) => ({ status: 200, body: { items: await listTokens({ ctx }), next: null } }),
  }),
  endpoint({
    method: "POST", path: "/tokens", operationId: "createToken", tag: "Tokens", summary: "Make a token",
    description: "With no more power than its maker has, now and later. Its secret is in this answer and nowhere else.",
    body: CreateTokenInput.omit({ teamId: true }),
    responses: { 201: { description: "Made.", schema: z.object({ id: z.number().int(), secret: z.string() }) }, 400: problem("A field is not as it should be."), 403: problem("More than its maker may do, or its maker is a token.") },
    handle: async ({ ctx, body }) => ({ status: 201, body: await createToken({ ctx, input: body }) }),
  }),
  endpoint({
    method: "DELETE", path: "/tokens/{id}", operationId: "revokeToken", tag: "Tokens", summary: "End a token at once",
    params: z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
    responses: { 204: { description: "It holds no more." }, 404: problem("There is none, or it is not yours.") },
    handle: async ({ ctx, params }) => {
      await revokeToken({ ctx, id: params.id });
      return { status: 204 };
    },
  }),
];
