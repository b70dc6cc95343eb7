import { LifecycleBadge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import type { ServiceSummary } from "#lib/catalog/services/list-services.ts";
import { OwnerLink, OwnerName } from "../team/owner-link.tsx";

export function ServiceTable({ services, without = [] }: { services: ServiceSummary[]; without?: readonly ("owner" | "domain")[] }) {
  const hasOwner = !without.includes("owner");
  const hasDomain = !without.includes("domain");
  return (
    <Table caption="Services" className="table-fixed">
      <TableHead>
        <tr>
          <TableHeader>Name</TableHeader>
          {hasOwner ? <TableHeader className="w-40 max-md:hidden">Owner</TableHeader> : null}
          {hasDomain ? <TableHeader className="w-40 max-lg:hidden">Domain</TableHeader> : null}
          <TableHeader className="w-28 max-lg:hidden">Lifecycle</TableHeader>
          <TableHeader numeric className="w-24">Interfaces</TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {services.map((service) => (
          <TableRow key={service.slug}>
            <TableCell className="max-md:py-1.5">
              <div className="flex min-w-0 items-baseline gap-3">
                <Link href={`/services/${encodeURIComponent(service.slug)}`} prefetch={false} className="shrink-0 truncate font-medium max-md:max-w-full max-md:leading-6">
                  {service.title}
                </Link>
                {service.description ? <span className="truncate text-muted max-md:hidden">{service.description}</span> : null}
              </div>
              {hasOwner ? (
                <div className="text-xs text-faint md:hidden">
                  <OwnerName owner={service.owner} />
                </div>
              ) : null}
            </TableCell>
            {hasOwner ? (
              <TableCell className="truncate max-md:hidden">
                <OwnerLink owner={service.owner} />
              </TableCell>
            ) : null}
            {hasDomain ? (
              <TableCell className="truncate max-lg:hidden">
                {service.domain ? (
                  <Link look="quiet" href={`/domains/${encodeURIComponent(service.domain.slug)}`} prefetch={false}>
                    {service.domain.name}
                  </Link>
                ) : null}
              </TableCell>
            ) : null}
            <TableCell className="max-lg:hidden">
              <LifecycleBadge lifecycle={service.lifecycle} />
            </TableCell>
            <TableCell numeric>{service.interfaceCount.toLocaleString("en")}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
