import type { Secrets } from "#scripts/run/secrets.ts";
import { projectRoot } from "#scripts/run/state.ts";
import type { StartOptions } from "#scripts/run/start-options.ts";

/** The environment of the web process, the worker and the preparation; what a user set is kept. */
export function productEnv(input: {
  env: NodeJS.ProcessEnv;
  options: StartOptions;
  secrets: Secrets;
  home: string;
  databaseUrl: string;
  meilisearch: { url: string; key: string } | null;
}): NodeJS.ProcessEnv {
  const { env, options, secrets, home } = input;
  const embedded = options.databaseUrl === null;
  return {
    ...env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    HOST: options.host,
    PORT: String(options.port),
    DATABASE_URL: input.databaseUrl,
    MEILI_URL: input.meilisearch?.url ?? "",
    MEILI_MASTER_KEY: input.meilisearch?.key ?? "",
    INTERMESH_HOME: home,
    INTERMESH_ROOT: projectRoot,
    INTERMESH_EMBEDDED: embedded ? "1" : "0",
    // The demo goes into an empty embedded database only, never into one's own.
    INTERMESH_DEMO: embedded && !options.empty ? "1" : "0",
    INTERMESH_SECRET: env["INTERMESH_SECRET"] || secrets.sessionSecret,
    // Reading without signing in is for the people at this machine.
    // Each name that does not resolve holds a thread until it gives up: receivers of notifications have such names.
    UV_THREADPOOL_SIZE: env["UV_THREADPOOL_SIZE"] || "16",
    ANONYMOUS_READ: env["ANONYMOUS_READ"] || (embedded && options.isLocal ? "1" : "0"),
  };
}
