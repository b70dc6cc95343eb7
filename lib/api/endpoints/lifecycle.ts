import { z } from "zod";
import { changeLifecycle, ChangeLifecycleInput } from "../../catalog/lifecycle/change-lifecycle.ts";
import { deprecateOperation, DeprecateOperationInput } from "../../catalog/lifecycle/deprecate-operation.ts";
import { getLifecycle } from "../../catalog/lifecycle/get-lifecycle.ts";
import { answerMigration, AnswerMigrationInput } from "../../catalog/migrations/answer-migration.ts";
import { getMigration } from "../../catalog/migrations/get-migration.ts";
import { listMigrations, ListMigrationsInput } from "../../catalog/migrations/list-migrations.ts";
import { lifecycles, migrationStates, moveStates } from "../../catalog/lifecycle/lifecycle-words.ts";
import { migrationUrl } from "../../catalog/urls/lifecycle-url.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, Named, problem, SlugParams, Time } from "../schemas.ts";

const Id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const missing = { 404: problem("There is none, or it may not be seen.") };
const refusals = { ...missing, 400: problem("A day or successor is not as it should be."), 403: problem("It needs a maintainer of the owning team."), 409: problem("That stage may not follow, or somebody has not moved yet.") };
const Successor = z.object({ slug: z.string(), title: z.string(), line: z.string().nullable(), operation: z.string().nullable(), href: z.string() }).nullable().meta({ description: "What takes its place, where you may see it." });
const Headers = z.array(z.object({ name: z.enum(["Deprecation", "Sunset", "Link"]), value: z.string() })).meta({ description: "What the service should send with its answers: RFC 9745, RFC 8594 and RFC 5829." });
const Ending = z.object({ migrationId: z.number().int(), state: z.enum(migrationStates), deprecatedAt: Time, sunsetAt: Time.nullable(), successor: Successor, guide: z.string().nullable(), headers: Headers }).meta({ id: "Ending" });
const Summary = z
  .object({
    id: z.number().int(), slug: z.string(), title: z.string(), line: z.string(), operationKey: z.string().nullable(), display: z.string().nullable(), owner: Named.nullable(), state: z.enum(migrationStates),
    deprecatedAt: Time, sunsetAt: Time.nullable(), openedAt: Time, closedAt: Time.nullable(), total: z.number().int(), left: z.number().int(), untold: z.number().int(), mine: z.boolean().meta({ description: "Something of your teams is to move." }), url: z.string(),
  })
  .meta({ id: "Migration" });
const Consumer = z
  .object({
    id: z.number().int(), kind: z.enum(["service", "interface"]), slug: z.string(), title: z.string(), team: Named.nullable(), state: z.enum(moveStates), vague: z.boolean().meta({ description: "It uses the interface, and nobody said whether this operation." }),
    joinedAt: Time, toldAt: Time.nullable(), acknowledgedAt: Time.nullable(), plan: z.string().nullable(), movedAt: Time.nullable(), waivedAt: Time.nullable(), waiveReason: z.string().nullable(),
  })
  .meta({ id: "MigrationConsumer" });
const Detail = z.object({
  id: z.number().int(), slug: z.string(), title: z.string(), line: z.string(), operationKey: z.string().nullable(), display: z.string().nullable(), owner: Named.nullable(), state: z.enum(migrationStates), source: z.enum(["page", "document"]),
  deprecatedAt: Time, sunsetAt: Time.nullable(), successor: Successor, guide: z.string().nullable(), openedAt: Time, openedByName: z.string(), closedAt: Time.nullable(), closeReason: z.string().nullable(),
  total: z.number().int(), left: z.number().int(), unseen: z.object({ total: z.number().int(), done: z.number().int() }).meta({ description: "Consumers whom you may not see: only counted." }),
  consumers: z.array(Consumer), burndown: z.array(z.object({ at: Time, left: z.number().int(), total: z.number().int() })), url: z.string(),
});

/** Where interfaces are in their lives, and who still has to leave what ends. */
export const lifecycleEndpoints = [
  endpoint({
    method: "GET", path: "/interfaces/{slug}/lifecycle", operationId: "getLifecycle", tag: "Lifecycle", summary: "Where in its life an interface is, and the headers that say so",
    params: SlugParams, query: z.object({ line: z.string().max(60).optional() }),
    responses: { 200: { description: "Stage, dates, successor and headers of the line; operations on their way out.", schema: z.object({ slug: z.string(), line: z.string(), lifecycle: z.enum(lifecycles), ending: Ending.nullable(), next: z.array(z.enum(lifecycles)).meta({ description: "Stages that may follow." }), operations: z.array(Summary) }) }, ...missing },
    handle: async ({ ctx, params, query }) => {
      const { operations, next, ...rest } = await getLifecycle({ ctx, input: { ...params, ...query } });
      return { status: 200, body: { ...rest, next: [...next], operations: operations.map((item) => ({ ...item, url: migrationUrl(item.id) })) } };
    },
  }),
  endpoint({
    method: "PUT", path: "/interfaces/{slug}/lifecycle", operationId: "changeLifecycle", tag: "Lifecycle", summary: "Say where in its life an interface is",
    description: "Deprecating opens a migration for everyone who uses it. Retiring is refused while somebody has neither moved nor been waived, unless `reason` says why it cannot wait.",
    params: SlugParams, body: ChangeLifecycleInput,
    responses: { 200: { description: "So it is.", schema: z.object({ slug: z.string(), lifecycle: z.enum(lifecycles), migrationId: z.number().int().nullable() }) }, ...refusals },
    handle: async ({ ctx, params, body }) => ({ status: 200, body: await changeLifecycle({ ctx, input: { ...body, ...params } }) }),
  }),
  endpoint({
    method: "PUT", path: "/interfaces/{slug}/lifecycle/operation", operationId: "changeOperationLifecycle", tag: "Lifecycle", summary: "Deprecate one operation, keep it after all, or say that it is gone",
    params: SlugParams, body: DeprecateOperationInput,
    responses: { 200: { description: "So it is.", schema: z.object({ migrationId: z.number().int() }) }, ...refusals },
    handle: async ({ ctx, params, body }) => ({ status: 200, body: await deprecateOperation({ ctx, input: { ...body, ...params } }) }),
  }),
  endpoint({
    method: "GET", path: "/migrations", operationId: "listMigrations", tag: "Lifecycle", summary: "What is on its way out, the nearest end first",
    query: ListMigrationsInput, responses: { 200: { description: "At most 200.", schema: listOf(Summary) } },
    handle: async ({ ctx, query }) => {
      const { items } = await listMigrations({ ctx, input: query });
      return { status: 200, body: { items: items.map((item) => ({ ...item, url: migrationUrl(item.id) })), next: null } };
    },
  }),
  endpoint({
    method: "GET", path: "/migrations/{id}", operationId: "getMigration", tag: "Lifecycle", summary: "A migration: every consumer with how far it is, and how it went day by day",
    params: z.object({ id: Id }), responses: { 200: { description: "The migration.", schema: Detail }, ...missing },
    handle: async ({ ctx, params }) => {
      const detail = await getMigration({ ctx, input: params });
      return { status: 200, body: { ...detail, url: migrationUrl(detail.id) } };
    },
  }),
  endpoint({
    method: "POST", path: "/migrations/{id}/consumers/{consumer}", operationId: "answerMigration", tag: "Lifecycle", summary: "Acknowledge for a consumer, or waive it with a reason",
    params: z.object({ id: Id, consumer: Id }), body: AnswerMigrationInput,
    responses: { 204: { description: "On record." }, ...missing, 403: problem("It needs a member of the consumer's team or, to waive, a maintainer of the owning team."), 409: problem("The migration has ended, the consumer has moved, or a reason is missing.") },
    handle: async ({ ctx, params, body }) => (await answerMigration({ ctx, input: { ...params, ...body } }), { status: 204 }),
  }),
];
