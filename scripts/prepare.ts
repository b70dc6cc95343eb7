import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { count, sql } from "drizzle-orm";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import { settings } from "#db/schema/system/settings.ts";
import { systemContext } from "#lib/auth/context.ts";
import { createSetupSecret } from "#lib/auth/setup/create-setup-secret.ts";
import { ensureAdminToken } from "#lib/auth/tokens/ensure-admin-token.ts";
import { openapiDocument } from "#lib/api/openapi-document.ts";
import { ownInterface } from "#lib/catalog/interfaces/own-interface.ts";
import { publishSpec } from "#lib/catalog/publish/publish-spec.ts";
import { database } from "#lib/database.ts";
import { loadDemo } from "#lib/demo/load-demo.ts";
import { env } from "#lib/env.ts";
import { progressMark } from "#scripts/run/run-to-end.ts";

// Run once at each start, after the migrations: token, one-time link, demo mesh, own document. Prints how to sign in.
const { INTERMESH_HOME, INTERMESH_EMBEDDED } = env();
const db = database();
const root = process.env.INTERMESH_ROOT ?? process.cwd();
const origin = process.env.PUBLIC_URL || `http://localhost:${process.env.PORT ?? "3000"}`;

await ensureAdminToken(db, join(INTERMESH_HOME, "token"));
const [existing] = await db.select({ count: count() }).from(interfaces);
const isEmpty = (existing?.count ?? 0) === 0;
if (INTERMESH_EMBEDDED && process.env.INTERMESH_DEMO === "1" && (isEmpty || (await demoUnfinished()))) {
  await remember("demo", "loading");
  progress("Loading the demo mesh; the pages answer meanwhile …");
  await loadDemo(systemContext(db, "Intermesh demo"), { root, now: new Date(), onProgress: (done, total) => everyFifth(done, total) && progress(`  ${done} of ${total} documents`) });
  await remember("demo", "loaded");
  progress("  waiting until search finds it …");
  await indexed();
}
await publishOwnDocument();
await remember("prepared", true);

const secret = await createSetupSecret(db);
process.stdout.write(
  secret
    ? `Make the first administrator, once: ${origin}/setup?token=${secret}\nThe command line of this machine uses ${join(INTERMESH_HOME, "token")} by itself.\n`
    : `${origin}/sign-in\n`,
);
process.exit(0);

/** Read by whoever waits for the start. */
function progress(text: string): void {
  process.stderr.write(`${progressMark}${text}\n`);
}

function everyFifth(done: number, total: number): boolean {
  return done === total || Math.floor((done * 5) / total) > Math.floor(((done - 1) * 5) / total);
}

/** A start that was ended half way goes on where it stopped: publishing again changes nothing. */
async function demoUnfinished(): Promise<boolean> {
  const rows = await db.select().from(settings);
  return rows.some(({ key, value }) => key === "demo" && value === "loading");
}

/** Waits until what was published can be found as well, a minute at most: search catches up by itself. */
async function indexed(): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    const { rows } = await db.execute(sql`select 1 from pgboss.job where name like 'index-%' and state in ('created', 'retry', 'active') limit 1`);
    if (rows.length === 0 || Date.now() > end) return;
    await setTimeout(100);
  }
}

/** Intermesh stands in its own catalog. */
async function publishOwnDocument(): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(openapiDocument(), null, 2));
  await publishSpec({
    ctx: systemContext(db, "Intermesh"),
    input: { parts: [{ name: "openapi.json", bytes }], options: { interface: ownInterface, service: "intermesh", visibility: "public" } },
  });
}

async function remember(key: string, value: unknown): Promise<void> {
  await db.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value, changedAt: new Date() } });
}
