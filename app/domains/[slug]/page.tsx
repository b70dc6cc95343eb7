import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { DomainView } from "#components/domain/domain-view.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { getDomain } from "#lib/catalog/domains/get-domain.ts";

export async function generateMetadata({ params }: PageProps<"/domains/[slug]">): Promise<Metadata> {
  const { slug } = await params;
  return { title: `Domain ${decodeURIComponent(slug)}`, alternates: { types: { "application/atom+xml": `/domains/${slug}/changes.atom` } } };
}

export default async function DomainPage({ params, searchParams }: PageProps<"/domains/[slug]">) {
  const slug = decodeURIComponent((await params).slug);
  const { cursor } = await searchParams;
  const page = typeof cursor === "string" ? cursor : undefined;
  const domain = await orNotFound(getDomain({ ctx: await requestContext(), input: { slug, cursor: page } }));
  return <DomainView domain={domain} isFirst={!page} />;
}
