import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { ConflictError } from "#lib/errors.ts";
import { askAccessUrl } from "../urls/lifecycle-url.ts";

type Subject = { id: number; slug: string; ownerTeamId: number | null; approvalRequired: boolean };

/**
 * Refuses to declare a use by hand where the owner is to be asked first. The owner's own services, those that were
 * approved and those whose use is on record anyway need no leave. @throws ConflictError that says where to ask
 */
export async function requireApproval(db: Executor, subject: Subject, service: { id: number; ownerTeamId: number | null }): Promise<void> {
  if (!subject.approvalRequired || (subject.ownerTeamId !== null && service.ownerTeamId === subject.ownerTeamId)) return;
  if ((await unapproved(db, service.id, [subject.id])).size === 0) return;
  throw new ConflictError(`The owner wants to be asked before "${subject.slug}" is used. Ask at ${askAccessUrl(subject.slug)}.`, { ask: askAccessUrl(subject.slug) });
}

/** Those of some interfaces that ask for approval and have given this service none, though it is not their owner's. */
export async function unapproved(db: Executor, serviceId: number, interfaceIds: number[]): Promise<Set<number>> {
  if (interfaceIds.length === 0) return new Set();
  const { rows } = await db.execute<{ id: number }>(sql`
    select i.id from interfaces i join services s on s.id = ${serviceId}
    where i.id in (select value::bigint from json_array_elements_text(${JSON.stringify(interfaceIds)}::json)) and i.approval_required and i.owner_team_id is distinct from s.owner_team_id
      and not exists (select 1 from access_requests r where r.interface_id = i.id and r.service_id = s.id and r.state = 'approved')`);
  return new Set(rows.map(({ id }) => id));
}
