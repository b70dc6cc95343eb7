import { type SQL, sql } from "drizzle-orm";

/** Whether two rows of the shape of `dependencies` are one use, as the unique index `dependencies_identity` has it. */
export function sameDependency(one: string, other: string): SQL {
  const [a, b] = [sql.raw(one), sql.raw(other)];
  return sql`coalesce(${a}.from_service_id, 0) = coalesce(${b}.from_service_id, 0)
    and coalesce(${a}.from_interface_id, 0) = coalesce(${b}.from_interface_id, 0)
    and coalesce(${a}.to_interface_id, 0) = coalesce(${b}.to_interface_id, 0)
    and coalesce(${a}.to_service_id, 0) = coalesce(${b}.to_service_id, 0)
    and coalesce(${a}.line, '') = coalesce(${b}.line, '')
    and coalesce(${a}.operation_key, '') = coalesce(${b}.operation_key, '')
    and coalesce(${a}.message, '') = coalesce(${b}.message, '')
    and coalesce(${a}.unresolved, '') = coalesce(${b}.unresolved, '')
    and ${a}.flow = ${b}.flow`;
}

/** The service that an interface's users depend on: its only provider; null where there are none or several. */
export function soleProviderOf(interfaceId: SQL): SQL {
  return sql`(select min(p.service_id) from provides p join services s on s.id = p.service_id where p.interface_id = ${interfaceId} and s.deleted_at is null having count(*) = 1)`;
}
