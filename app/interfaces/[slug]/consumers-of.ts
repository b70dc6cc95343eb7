import type { OperationConsumers } from "#components/operation/operation-view.ts";
import type { Consumer } from "#lib/catalog/dependencies/list-consumers.ts";
import type { InterfaceDetail } from "#lib/catalog/interfaces/get-interface.ts";

/** Who uses one part of a line, by service, else by interface, the same one once; and how many do not say which `part` they use. */
export function consumersOf(detail: Pick<InterfaceDetail, "line" | "lines">, all: Consumer[], part: "operationKey" | "message"): OperationConsumers {
  const consumers = all.filter(({ line }) => line === detail.line || (line === null && detail.line === detail.lines[0]?.name));
  const named = usersOf(consumers.filter((consumer) => consumer[part] !== null));
  const whole = usersOf(consumers.filter((consumer) => consumer[part] === null));
  return { users: [...named.values()], unsaid: [...whole.keys()].filter((href) => !named.has(href)).length };
}

function usersOf(consumers: Consumer[]): Map<string, { name: string; href: string }> {
  return new Map(
    consumers.flatMap(({ service, interface: used }) => {
      const user = service ? { name: service.name, href: `/services/${encodeURIComponent(service.slug)}` } : used ? { name: used.name, href: `/interfaces/${encodeURIComponent(used.slug)}` } : null;
      return user === null ? [] : [[user.href, user] as const];
    }),
  );
}
