import { z } from "zod";
import { listLevelOverrides, removeLevel, setLevel, SetLevelInput } from "../../catalog/decisions/level-overrides.ts";
import { levels } from "../../catalog/comparisons/words.ts";
import { getPublishingPolicy, PublishingPolicy, setPublishingPolicy } from "../../catalog/decisions/publishing-policy.ts";
import { listRules } from "../../spec/diff/rules/list-rules.ts";
import { endpoint } from "../endpoint.ts";
import { Named, problem, Time } from "../schemas.ts";

const Level = z.enum(levels);
const RuleParams = z.object({ rule: z.string().min(1).max(200) });
const administrators = { 403: problem("It needs an administrator."), 404: problem("There is no such rule or domain.") };
const Rule = z.object({ id: z.string(), level: Level, direction: z.enum(["request", "response"]).nullable(), reason: z.string(), instead: z.string().nullable(), undecided: z.boolean() }).meta({ id: "ChangeRule" });
const Override = z.object({ rule: z.string(), level: Level, levelOfRule: Level.nullable(), domain: Named.nullable(), reason: z.string(), setBy: z.string(), setAt: Time });

export const levelEndpoints = [
  endpoint({
    method: "GET", path: "/levels", operationId: "listLevels", tag: "Catalog", summary: "Rules of comparing with their levels, and where they were decided otherwise",
    responses: { 200: { description: "All rules, and all decisions.", schema: z.object({ rules: z.array(Rule), overrides: z.array(Override), policy: PublishingPolicy }) } },
    handle: async ({ ctx }) => ({ status: 200, body: { rules: listRules(), overrides: await listLevelOverrides({ ctx }), policy: await getPublishingPolicy(ctx.db) } }),
  }),
  endpoint({
    method: "PUT", path: "/levels/{rule}", operationId: "setLevel", tag: "Catalog", summary: "Decide how bad a kind of change is here", description: "For the whole installation or one domain, for what is compared from then on. Needs an administrator and a reason.",
    params: RuleParams, body: SetLevelInput.omit({ rule: true }),
    responses: { 204: { description: "It counts from now on." }, ...administrators },
    handle: async ({ ctx, params, body }) => {
      await setLevel({ ctx, input: { ...params, ...body } });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "DELETE", path: "/levels/{rule}", operationId: "removeLevel", tag: "Catalog", summary: "Let a rule have its own level again",
    params: RuleParams, query: z.object({ domain: z.string().max(200).optional() }),
    responses: { 204: { description: "Its own level counts again." }, ...administrators },
    handle: async ({ ctx, params, query }) => {
      await removeLevel({ ctx, input: { ...params, ...query } });
      return { status: 204 };
    },
  }),
  endpoint({
    method: "PUT", path: "/publishing-policy", operationId: "setPublishingPolicy", tag: "Catalog", summary: "What is asked of a breaking version", description: "Whether it needs an approval besides its reason. Needs an administrator.",
    body: PublishingPolicy,
    responses: { 204: { description: "It counts from now on." }, 403: problem("It needs an administrator.") },
    handle: async ({ ctx, body }) => {
      await setPublishingPolicy({ ctx, input: body });
      return { status: 204 };
    },
  }),
];
