import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { migrationConsumers } from "#db/schema/lifecycle/migration-consumers.ts";
import { ConflictError, ValidationError } from "#lib/errors.ts";
import { systemContext } from "#lib/auth/context.ts";
import type { Database } from "#db/client.ts";
import { currentUsers } from "./current-users.ts";
import { findOpen } from "./open-migration.ts";
import { settleConsumers } from "./settle-consumers.ts";
import type { MigrationSubject } from "./subject.ts";

/**
 * Refuses to retire while somebody who is known to use it has neither moved nor been waived, as things are at this moment,
 * unless a reason is given. Needs `lockMigrations`. @throws ConflictError
 */
export async function assertEveryoneMoved(tx: Transaction, subject: MigrationSubject, operationKey: string | null, reason: string | null): Promise<void> {
  if (reason !== null && reason.length < 3) throw new ValidationError("A reason says more than that.", { reason: "Say why it cannot wait." });
  const open = await findOpen(tx, subject.line.id, operationKey);
  if (open) await settleConsumers(tx, systemContext(tx as unknown as Database, "migrations"), open, subject);
  const left = open
    ? await tx.$count(migrationConsumers, and(eq(migrationConsumers.migrationId, open.id), sql`${migrationConsumers.state} not in ('moved', 'waived')`))
    : (await currentUsers(tx, { interfaceId: subject.interfaceId, line: subject.line, operationKey })).length;
  if (left === 0 || reason !== null) return;
  const who = `${left} ${left === 1 ? "consumer has" : "consumers have"}`;
  throw new ConflictError(
    open ? `${who} neither moved nor been waived. Wait for them, waive them with a reason, or say why it cannot wait.` : `${left === 1 ? "1 consumer is" : `${left} consumers are`} known to use it. Deprecate it first, so that they are told, or say why it cannot wait.`,
    { left },
  );
}
