import { z } from "zod";
import { createTeam, CreateTeamInput } from "../../catalog/teams/create-team.ts";
import { getDomain } from "../../catalog/domains/get-domain.ts";
import { getService } from "../../catalog/services/get-service.ts";
import { getTeam } from "../../catalog/teams/get-team.ts";
import { listDomains } from "../../catalog/domains/list-domains.ts";
import { listServices } from "../../catalog/services/list-services.ts";
import { listTeams } from "../../catalog/teams/list-teams.ts";
import { removeDemo } from "../../demo/remove-demo.ts";
import { endpoint } from "../endpoint.ts";
import { DomainShape, InterfaceShape, listOf, Named, problem, ServiceShape, SlugParams, TeamShape } from "../schemas.ts";

const missing = { 404: problem("There is none, or it may not be seen.") };
const PageQuery = z.object({ cursor: z.string().optional(), limit: z.coerce.number().int().min(1).max(500).optional() });
const Interfaces = z.object({ interfaces: listOf(InterfaceShape), services: z.array(ServiceShape) });

export const catalogEndpoints = [
  endpoint({
    method: "GET", path: "/services", operationId: "listServices", tag: "Catalog", summary: "List services",
    query: PageQuery.extend({ owner: z.string().optional(), domain: z.string().optional() }),
    responses: { 200: { description: "A page of services.", schema: listOf(ServiceShape) } },
    handle: async ({ ctx, query }) => ({ status: 200, body: await listServices({ ctx, input: query }) }),
  }),
  endpoint({
    method: "GET", path: "/services/{slug}", operationId: "getService", tag: "Catalog", summary: "One service, with what it provides",
    params: SlugParams,
    responses: {
      200: {
        description: "The service.",
        schema: ServiceShape.extend({
          repository: z.string().nullable(),
          interfaces: z.array(z.object({ slug: z.string(), title: z.string(), format: z.string(), lifecycle: z.string() })),
          channels: z.array(z.object({ action: z.string(), address: z.string(), broker: z.string().nullable(), protocol: z.string().nullable(), slug: z.string(), operationKey: z.string() })),
        }),
      },
      ...missing,
    },
    handle: async ({ ctx, params }) => ({ status: 200, body: await getService({ ctx, input: params }) }),
  }),
  endpoint({
    method: "GET", path: "/teams", operationId: "listTeams", tag: "Catalog", summary: "List teams",
    responses: { 200: { description: "All teams.", schema: listOf(TeamShape) } },
    handle: async ({ ctx }) => ({ status: 200, body: await listTeams({ ctx }) }),
  }),
  endpoint({
    method: "POST", path: "/teams", operationId: "createTeam", tag: "Catalog", summary: "Make a team", description: "Needs an administrator.",
    body: CreateTeamInput,
    responses: { 201: { description: "Made.", schema: Named }, 400: problem("A field is not as it should be."), 403: problem("It needs an administrator."), 409: problem("The slug is taken.") },
    handle: async ({ ctx, body }) => ({ status: 201, body: await createTeam({ ctx, input: body }) }),
  }),
  endpoint({
    method: "GET", path: "/teams/{slug}", operationId: "getTeam", tag: "Catalog", summary: "One team, with what it owns",
    params: SlugParams, query: z.object({ cursor: z.string().optional() }),
    responses: { 200: { description: "The team.", schema: TeamShape.omit({ interfaceCount: true, serviceCount: true }).extend(Interfaces.shape) }, ...missing },
    handle: async ({ ctx, params, query }) => ({ status: 200, body: await getTeam({ ctx, input: { ...params, ...query } }) }),
  }),
  endpoint({
    method: "GET", path: "/domains", operationId: "listDomains", tag: "Catalog", summary: "List domains",
    responses: { 200: { description: "All domains.", schema: listOf(DomainShape) } },
    handle: async ({ ctx }) => ({ status: 200, body: await listDomains({ ctx }) }),
  }),
  endpoint({
    method: "GET", path: "/domains/{slug}", operationId: "getDomain", tag: "Catalog", summary: "One domain, with its teams, services and interfaces",
    params: SlugParams, query: z.object({ cursor: z.string().optional() }),
    responses: { 200: { description: "The domain.", schema: DomainShape.omit({ interfaceCount: true, serviceCount: true }).extend(Interfaces.shape).extend({ teams: z.array(TeamShape) }) }, ...missing },
    handle: async ({ ctx, params, query }) => ({ status: 200, body: await getDomain({ ctx, input: { ...params, ...query } }) }),
  }),
  endpoint({
    method: "DELETE", path: "/demo", operationId: "removeDemo", tag: "Catalog", summary: "Remove the demo mesh",
    description: "Its interfaces, and its services, teams and domains where nothing else uses them. Needs an administrator.",
    responses: { 200: { description: "Removed.", schema: z.object({ interfaces: z.number().int() }) }, 403: problem("It needs an administrator.") },
    handle: async ({ ctx }) => ({ status: 200, body: await removeDemo({ ctx }) }),
  }),
];
