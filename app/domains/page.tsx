import type { Metadata } from "next";
import { DomainList } from "#components/domain/domain-list.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { listDomains } from "#lib/catalog/domains/list-domains.ts";

export const metadata: Metadata = { title: "Domains" };

export default async function DomainsPage() {
  const { items } = await listDomains({ ctx: await requestContext() });
  return <DomainList domains={items} />;
}
