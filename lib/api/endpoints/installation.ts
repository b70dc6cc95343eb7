import { z } from "zod";
import { InstallationSettings } from "../../auth/settings.ts";
import { changeSettings, ChangeSettingsInput, getSettings } from "../../catalog/admin/change-settings.ts";
import { getCatalogHealth } from "../../catalog/admin/get-catalog-health.ts";
import { getJobs, retryJob } from "../../catalog/admin/jobs.ts";
import { importTeams, ImportTeamsInput } from "../../catalog/teams/import-teams.ts";
import { deleteTeamGroup, listTeamGroups, putTeamGroup, TeamGroupInput } from "../../catalog/teams/team-groups.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, Named, problem, Time } from "../schemas.ts";

const administrators = { 401: problem("It needs someone who is signed in, or an administrator's token."), 403: problem("It needs an administrator.") };
const description = "Needs an administrator.";
const Count = z.number().int();
const HealthShape = z
  .object({
    days: Count, services: Count,
    interfaces: z.object({ total: Count, fresh: Count, used: Count, declared: Count, valid: Count }),
    withoutOwner: z.object({ unowned: Count, "empty-team": Count, unconfirmed: Count }),
    people: z.object({ active: Count, deactivated: Count }),
    emptySearches: z.array(z.object({ query: z.string(), count: Count, lastAt: Time })),
  })
  .meta({ id: "CatalogHealth" });
const QueueShape = z.object({ name: z.string(), waiting: Count, retrying: Count, active: Count, failed: Count, oldestWaitingAt: Time.nullable() }).meta({ id: "Queue" });
const TroubledShape = z.object({ id: z.string(), name: z.string(), state: z.enum(["failed", "retry"]), data: z.unknown(), message: z.string(), retryCount: Count, createdAt: Time, nextAt: Time.nullable() }).meta({ id: "TroubledJob" });

export const installationEndpoints = [
  endpoint({
    method: "GET", path: "/settings", operationId: "getSettings", tag: "Installation", summary: "What the installation has decided", description,
    responses: { 200: { description: "The settings.", schema: InstallationSettings }, ...administrators },
    handle: async ({ ctx }) => ({ status: 200, body: await getSettings({ ctx }) }),
  }),
  endpoint({
    method: "PATCH", path: "/settings", operationId: "changeSettings", tag: "Installation", summary: "Change what the installation has decided", description,
    body: ChangeSettingsInput, responses: { 200: { description: "The settings now.", schema: InstallationSettings }, ...administrators },
    handle: async ({ ctx, body }) => ({ status: 200, body: await changeSettings({ ctx, input: body }) }),
  }),
  endpoint({
    method: "GET", path: "/health", operationId: "getCatalogHealth", tag: "Installation", summary: "How the catalog fares", description: `Owned, fresh, used, valid, and what people search for in vain. ${description}`,
    responses: { 200: { description: "Counts.", schema: HealthShape }, ...administrators },
    handle: async ({ ctx }) => ({ status: 200, body: await getCatalogHealth({ ctx }) }),
  }),
  endpoint({
    method: "GET", path: "/jobs", operationId: "getJobs", tag: "Installation", summary: "What the workers have to do, and what went wrong", description,
    responses: { 200: { description: "Queues, and jobs that failed or are tried again.", schema: z.object({ queues: z.array(QueueShape), troubled: z.array(TroubledShape) }) }, ...administrators },
    handle: async ({ ctx }) => ({ status: 200, body: await getJobs({ ctx }) }),
  }),
  endpoint({
    method: "POST", path: "/jobs/{id}/retry", operationId: "retryJob", tag: "Installation", summary: "Let a job that failed run again", description,
    params: z.object({ id: z.string().max(100) }), responses: { 204: { description: "It runs again." }, ...administrators, 404: problem("No such job failed.") },
    handle: async ({ ctx, params }) => {
      await retryJob({ ctx, input: params });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "POST", path: "/teams/import", operationId: "importTeams", tag: "Teams", summary: "Bring in teams, domains, memberships and groups", description: `All or nothing; what is there is kept up to date, nobody is removed. ${description}`,
    body: ImportTeamsInput,
    responses: { 200: { description: "What was made or changed; `unknown` are addresses without an account.", schema: z.object({ domains: Count, teams: Count, members: Count, groups: Count, unknown: z.array(z.string()) }) }, 400: problem("The file is not as it should be."), ...administrators },
    handle: async ({ ctx, body }) => ({ status: 200, body: await importTeams({ ctx, input: body }) }),
  }),
  endpoint({
    method: "GET", path: "/team-groups", operationId: "listTeamGroups", tag: "Teams", summary: "Which groups of the company's sign-in lead to which teams", description,
    responses: { 200: { description: "Groups and teams.", schema: listOf(z.object({ group: z.string(), role: z.string(), team: Named }).meta({ id: "TeamGroup" })) }, ...administrators },
    handle: async ({ ctx }) => ({ status: 200, body: await listTeamGroups({ ctx }) }),
  }),
  endpoint({
    method: "PUT", path: "/team-groups", operationId: "putTeamGroup", tag: "Teams", summary: "Let a group lead to a team", description,
    body: TeamGroupInput, responses: { 204: { description: "Done." }, ...administrators, 404: problem("There is no such team.") },
    handle: async ({ ctx, body }) => {
      await putTeamGroup({ ctx, input: body });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "DELETE", path: "/team-groups", operationId: "deleteTeamGroup", tag: "Teams", summary: "End that a group leads to a team", description,
    query: TeamGroupInput.omit({ role: true }), responses: { 204: { description: "Done." }, ...administrators, 404: problem("It does not lead there.") },
    handle: async ({ ctx, query }) => {
      await deleteTeamGroup({ ctx, input: query });
      return { status: 204 };
    },
  }),
];
