import { z } from "zod";

/** Shapes of answers, shared by endpoints and the OpenAPI document. */
export const Time = z.date().transform((date) => date.toISOString()).pipe(z.iso.datetime()).meta({ override: { type: "string", format: "date-time" } });

export const Named = z.object({ slug: z.string(), name: z.string() }).meta({ id: "Named" });

export const DiagnosticShape = z
  .object({
    severity: z.enum(["error", "warning", "info"]),
    code: z.string(),
    message: z.string(),
    help: z.string().optional(),
    file: z.string(),
    pointer: z.string().meta({ description: "JSON pointer into the file." }),
    line: z.number().int(),
    column: z.number().int(),
  })
  .meta({ id: "Diagnostic" });

export const Problem = z
  .object({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string(), code: z.string(), requestId: z.string(), diagnostics: z.array(DiagnosticShape).optional(), candidates: z.array(z.object({ slug: z.string(), title: z.string() })).optional() })
  .meta({ id: "Problem", description: "Problem details (RFC 9457)." });

export const PublishedShape = z
  .object({
    status: z.enum(["published", "unchanged"]),
    notices: z.array(z.string()).meta({ description: "How the request was taken, where that is not as one would think: another address than was asked for, a visibility that was not changed." }),
    reasonRecorded: z.boolean().optional().meta({ description: "The text was published before without the reason that breaking something needs; now it has one." }),
    interface: z.object({ slug: z.string(), title: z.string() }),
    line: z.string(),
    version: z.object({ sequence: z.number().int(), label: z.string() }),
    format: z.string(),
    specVersion: z.string(),
    valid: z.boolean(),
    errorCount: z.number().int(),
    warningCount: z.number().int(),
    operationCount: z.number().int(),
    url: z.string(),
    diagnostics: z.array(DiagnosticShape),
  })
  .meta({ id: "Published" });

export const InterfaceShape = z
  .object({
    slug: z.string(),
    title: z.string(),
    summary: z.string().nullable(),
    format: z.enum(["openapi", "asyncapi"]),
    lifecycle: z.string(),
    visibility: z.string(),
    owner: Named.nullable(),
    domain: Named.nullable(),
    source: z.string().meta({ description: "Path of the root file as it was uploaded or imported." }),
    line: z.string(),
    label: z.string(),
    sequence: z.number().int(),
    specVersion: z.string(),
    operationCount: z.number().int(),
    messageCount: z.number().int(),
    valid: z.boolean(),
    changedAt: Time,
  })
  .meta({ id: "Interface" });

/** How many of them the reader may see. */
const SeenCount = z.number().int().nullable().meta({ description: "As many as you may see; null where parts are hidden from you and nobody counted the rest." });

export const VersionShape = z
  .object({
    line: z.string(),
    sequence: z.number().int(),
    label: z.string(),
    format: z.string(),
    specVersion: z.string(),
    title: z.string(),
    source: z.string(),
    contentHash: z.string(),
    valid: z.boolean(),
    errorCount: z.number().int(),
    warningCount: z.number().int(),
    operationCount: SeenCount,
    messageCount: SeenCount,
    schemaCount: SeenCount,
    isCurrent: z.boolean(),
    publishedBy: z.string(),
    publishedAt: Time,
    indexedAt: Time.nullable(),
    purgedAt: Time.nullable(),
    reason: z.string().nullable().meta({ description: "Why a breaking version was published." }),
    tally: z.object({ verdict: z.enum(["breaking", "risky", "compatible"]), breaking: z.number().int(), risky: z.number().int(), info: z.number().int() }).nullable().meta({ description: "What it changed against the version before it." }),
    pending: z.boolean().meta({ description: "It is still being compared." }),
  })
  .meta({ id: "Version" });

export const OperationShape = z
  .object({
    key: z.string().meta({ description: "Identity across versions; parameter names are erased." }),
    display: z.string(),
    kind: z.enum(["http", "webhook", "callback", "event"]),
    action: z.string(),
    address: z.string().nullable(),
    operationIds: z.array(z.string()),
    summary: z.string().nullable(),
    tags: z.array(z.string()),
    deprecated: z.boolean(),
  })
  .meta({ id: "Operation" });

export const ServiceShape = z
  .object({ slug: z.string(), title: z.string(), description: z.string().nullable(), lifecycle: z.string(), owner: Named.nullable(), domain: Named.nullable(), interfaceCount: z.number().int() })
  .meta({ id: "Service" });
export const TeamShape = z
  .object({ slug: z.string(), name: z.string(), description: z.string().nullable(), domain: Named.nullable(), interfaceCount: z.number().int(), serviceCount: z.number().int() })
  .meta({ id: "Team" });
export const DomainShape = z
  .object({ slug: z.string(), name: z.string(), description: z.string().nullable(), interfaceCount: z.number().int(), serviceCount: z.number().int() })
  .meta({ id: "Domain" });

/** A page of a list. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable().meta({ description: "Cursor of the next page." }) });

export const problem = (description: string) => ({ description, schema: Problem, mediaType: "application/problem+json" });
export const SlugParams = z.object({ slug: z.string().min(1).max(200) });
