import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { jobs } from "#lib/jobs/jobs.ts";
import { fanOut } from "#lib/notify/fan-out.ts";
import { runDerivations } from "../dependencies/testing.ts";
import { settleMigrations } from "./settle-migrations.ts";

/** For tests: does what the worker would for uses, news and migrations, until nothing of these waits. */
export async function workOffMigrations(db: Database): Promise<void> {
  for (;;) {
    const derived = await runDerivations(db);
    const { rows } = await db.execute<{ name: "fan-out" | "settle-migrations"; data: unknown }>(sql`
      delete from pgboss.job where id = (select id from pgboss.job where name in ('fan-out', 'settle-migrations') and state = 'created' order by name, created_on, id limit 1) and name in ('fan-out', 'settle-migrations') returning name, data`);
    const [job] = rows;
    if (!job && derived === 0) return;
    if (job?.name === "fan-out") await fanOut(db, jobs["fan-out"].payload.parse(job.data));
    else if (job) await settleMigrations(db, jobs["settle-migrations"].payload.parse(job.data));
  }
}
