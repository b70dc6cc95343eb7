import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";

/** Who uses a line or one of its operations now. `vague`: it uses the interface, and nobody said whether this operation. */
export type CurrentUser = { serviceId: number | null; interfaceId: number | null; vague: boolean; ownerTeamId: number | null };
type Target = { interfaceId: number; line: { name: string; isMain: boolean }; operationKey: string | null };

/** Telemetry that was silent for so long no longer speaks for a use. */
export const silentDays = 30;

/**
 * Everyone who is known to use what a migration is about, whoever may see them. What would follow only if two brokers were
 * one is not known; what was seen in telemetry counts until it was silent for `silentDays`.
 */
export async function currentUsers(tx: Executor, { interfaceId, line, operationKey }: Target): Promise<CurrentUser[]> {
  const { rows } = await tx.execute<{ service_id: number | null; interface_id: number | null; vague: boolean; owner_team_id: number | null }>(sql`
    select d.from_service_id as service_id, d.from_interface_id as interface_id, min(coalesce(s.owner_team_id, i.owner_team_id)) as owner_team_id,
      ${operationKey === null ? sql`false` : sql`not bool_or(d.operation_key is not distinct from ${operationKey}::text)`} as vague
    from dependencies d left join services s on s.id = d.from_service_id left join interfaces i on i.id = d.from_interface_id
    where d.to_interface_id = ${interfaceId} and d.dismissed_at is null and d.from_interface_id is distinct from ${interfaceId}
      and (d.line = ${line.name} or (d.line is null and ${line.isMain}))
      and ${operationKey === null ? sql`true` : sql`(d.operation_key is null or d.operation_key = ${operationKey})`}
      and coalesce(s.id, i.id) is not null and s.deleted_at is null and i.deleted_at is null
      and exists (select 1 from evidence e where e.dependency_id = d.id
        and (e.kind in ('declared', 'specified') or (e.kind = 'observed' and e.last_seen_at > now() - make_interval(days => ${silentDays}))))
    group by d.from_service_id, d.from_interface_id order by 1, 2`);
  return rows.map((row) => ({ serviceId: row.service_id, interfaceId: row.interface_id, vague: row.vague, ownerTeamId: row.owner_team_id }));
}
