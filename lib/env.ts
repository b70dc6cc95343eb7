import { z } from "zod";

const flag = z.enum(["0", "1", "true", "false", ""]).optional().transform((value) => value === "1" || value === "true");

/** What the environment says, checked once. Names are documented in docs/operate.md. */
export const Env = z.object({
  DATABASE_URL: z.string().min(1),
  MEILI_URL: z.string().optional().transform((value) => value || undefined),
  MEILI_MASTER_KEY: z.string().optional(),
  /** Name of the index, where the derived one does not suit. */
  MEILI_INDEX: z.string().regex(/^[\w-]{0,80}$/, "letters, digits, - and _ only").optional(),
  /** A service that finds what means the same in other words; see docs/operate.md. */
  MEILI_EMBEDDER: z.enum(["rest", "ollama", "openAi", ""]).optional().transform((value) => value || undefined),
  MEILI_EMBEDDER_URL: z.string().optional(),
  MEILI_EMBEDDER_MODEL: z.string().optional(),
  MEILI_EMBEDDER_API_KEY: z.string().optional(),
  MEILI_EMBEDDER_DIMENSIONS: z.coerce.number().int().positive().optional(),
  MEILI_EMBEDDER_REQUEST: z.string().optional(),
  MEILI_EMBEDDER_RESPONSE: z.string().optional(),
  MEILI_EMBEDDER_READS: z.enum(["public", "all"]).optional(),
  INTERMESH_HOME: z.string().default(".intermesh"),
  /** Set by the supervisor when it runs its own PostgreSQL. */
  INTERMESH_EMBEDDED: flag,
  INTERMESH_SECRET: z.string().min(16),
  /** What readers who are not signed in see: nothing, what is `public`, or (`1`) what is public and internal. */
  ANONYMOUS_READ: z.enum(["0", "1", "true", "false", "public", ""]).optional().transform((value) => (value === "public" ? value : value === "1" || value === "true")),
  PUBLIC_URL: z.string().optional().transform((value) => value || undefined),
  /** `smtp://user:password@host:587`; without it nothing is sent by e-mail. */
  SMTP_URL: z.string().optional().transform((value) => value || undefined),
  MAIL_FROM: z.string().optional().transform((value) => value || undefined),
  /** Endpoints of notifications may lie on this machine or in internal networks. */
  NOTIFY_INTERNAL: flag,
  /** Sign-in of the company by OpenID Connect: all of it is found under the issuer. */
  OIDC_ISSUER: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What the button to sign in calls it. */
  OIDC_NAME: z.string().max(60).optional(),
  OIDC_SCOPES: z.string().optional(),
  OIDC_GROUPS_CLAIM: z.string().optional(),
  /** Hosts that "try it" may reach through this installation, `api.example.com,*.shop.example`; none without it. */
  TRY_PROXY_HOSTS: z.string().optional(),
  /** A document that breaks its specification is rejected. */
  INTERMESH_STRICT: flag,
  /** Requests of REST that an unknown address may make in a minute, half as many costly pages, known senders four times as many; 0 for no limit. */
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(0).default(600),
  /** What Prometheus sends as a bearer token to read /metrics; without it only this machine and administrators do. */
  METRICS_TOKEN: z.string().optional().transform((value) => value || undefined),
  /** Largest upload in megabytes, after inflating. */
  INTERMESH_UPLOAD_MB: z.coerce.number().positive().default(64),
});
export type Env = z.infer<typeof Env>;

let known: Env | undefined;

/** Reads `process.env` at first use, so that a build needs none of it. Throws a sentence that names what is missing. */
export function env(): Env {
  if (known) return known;
  const parsed = Env.safeParse(process.env);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
    throw new Error(`The environment is not complete (${names}). \`npm start\` sets it; see docs/operate.md.`);
  }
  known = parsed.data;
  return known;
}
