import type { MeshLine } from "../../lib/catalog/graph/testing.ts";
import { Random } from "../mutate/random.ts";

/** A mesh of our own, the same for the same seed: three interfaces and ten dependencies a service, a few hubs, most within a domain. */
export function smallMesh(services: number, seed: number): MeshLine[] {
  const numbers = new Random(seed);
  const random = () => numbers.next();
  const domains = Math.max(3, Math.round(Math.sqrt(services) / 2));
  const teams = Math.max(domains, Math.round(services / 12));
  const domainOf = (team: number) => team % domains;
  const lines: MeshLine[] = Array.from({ length: teams }, (_, team) => ({ team: `team-${team}`, domain: `domain-${domainOf(team)}` }));
  const byDomain: number[][] = Array.from({ length: domains }, () => []);
  for (let service = 0; service < services; service++) {
    const team = Math.floor(random() * teams);
    byDomain[domainOf(team)]?.push(service);
    lines.push({ service: `service-${service}`, team: `team-${team}`, domain: `domain-${domainOf(team)}`, provides: [] });
    for (const kind of ["api", "events", "admin"]) lines.push({ interface: `service-${service}-${kind}`, service: `service-${service}`, format: kind === "events" ? "asyncapi" : "openapi" });
  }
  const home = new Map(byDomain.flatMap((members) => members.map((service) => [service, members])));
  for (let service = 0; service < services; service++) {
    for (let use = 0; use < 10; use++) {
      const pool = random() < 0.7 ? (home.get(service) ?? []) : null;
      const place = Math.floor((pool?.length ?? services) * random() ** 4);
      const target = pool ? (pool[place] ?? 0) : place;
      if (target !== service) lines.push({ dependency: { service: `service-${service}`, interface: `service-${target}-${["api", "events", "admin"][Math.floor(random() * 3)]}`, operation: Math.floor(random() * 8) } });
    }
  }
  return lines;
}
