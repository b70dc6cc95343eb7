import { z } from "zod";
import { listAudit, ListAuditInput } from "../../catalog/audit/list-audit.ts";
import { auditAsCsv, auditAsNdjson } from "../../catalog/audit/write-audit.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, problem, Time } from "../schemas.ts";

const Entry = z
  .object({
    id: z.number().int(),
    at: Time,
    actor: z.string().meta({ description: "`person …`, `token 7`, `pipeline 2`, `system …`, `anonymous`." }),
    actorName: z.string(),
    action: z.string(),
    subject: z.string(),
    subjectId: z.number().nullable(),
    subjectName: z.string().nullable(),
    outcome: z.enum(["done", "refused"]),
    detail: z.unknown(),
    requestId: z.string().nullable(),
    address: z.string().nullable(),
  })
  .meta({ id: "AuditEntry" });
const refused = { 403: problem("It needs an administrator.") };

export const auditEndpoints = [
  endpoint({
    method: "GET", path: "/audit", operationId: "listAudit", tag: "Audit", summary: "Who did what, and what was refused, newest first", description: "Needs an administrator.",
    query: ListAuditInput.extend({ limit: z.coerce.number().int().min(1).max(1000).default(100) }),
    responses: { 200: { description: "A page of entries.", schema: listOf(Entry) }, ...refused },
    handle: async ({ ctx, query }) => ({ status: 200, body: await listAudit({ ctx, input: asText(query) }) }),
  }),
  endpoint({
    method: "GET", path: "/audit/export", operationId: "exportAudit", tag: "Audit", summary: "The audit log as a file", description: "At most 50,000 entries, newest first; `cursor` continues before an entry. Needs an administrator.",
    query: ListAuditInput.omit({ limit: true }).extend({ format: z.enum(["csv", "ndjson"]).default("csv") }),
    responses: { 200: { description: "The file.", mediaType: "text/csv" }, ...refused },
    handle: async ({ ctx, query: { format, ...query } }) => {
      const { items } = await listAudit({ ctx, input: { ...asText(query), limit: 50_000 } });
      const type = format === "csv" ? "text/csv" : "application/x-ndjson";
      return { status: 200, body: format === "csv" ? auditAsCsv(items) : auditAsNdjson(items), headers: { "content-type": `${type}; charset=utf-8`, "content-disposition": `attachment; filename="audit-log.${format}"` } };
    },
  }),
];

/** The verb reads times itself. */
function asText<Q extends { from?: Date | undefined; to?: Date | undefined }>({ from, to, ...rest }: Q) {
  return { ...rest, from: from?.toISOString(), to: to?.toISOString() };
}
