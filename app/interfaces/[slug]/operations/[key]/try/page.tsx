import type { Metadata } from "next";
import { headers } from "next/headers";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { MethodBadge } from "#components/ui/method-badge.tsx";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { TryForm } from "#components/try/try-form.tsx";
import { tryOperation } from "#components/try/try-operation.ts";
import { requestContext } from "#lib/auth/request-context.ts";
import { getCallableOperation } from "#lib/catalog/parts/get-callable-operation.ts";
import { operationUrl, versionQuery } from "#lib/catalog/urls/operation-url.ts";
import { env } from "#lib/env.ts";
import { ownOrigins } from "#lib/http/own-origins.ts";
import { found, loadInterface, placeOf } from "../../../address.ts";
import { mayUseProxy } from "./proxy-hosts.ts";

type Props = { params: Promise<{ slug: string; key: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Try it" };

/** Sends a request to a server of the document. A page of its own, since only its policy lets scripts reach those servers. */
export default async function TryPage({ params, searchParams }: Props) {
  const { slug, key } = await params;
  const place = placeOf(slug, await searchParams);
  const ctx = await requestContext();
  const input = { ...place, key, ours: ownOrigins(await headers(), env().PUBLIC_URL) };
  const [{ head }, { operation, schemas, servers, detail }] = await Promise.all([loadInterface(place, `/operations/${key}/try`), found(getCallableOperation({ ctx, input }))]);
  const proxy = mayUseProxy(ctx, servers) ? `${operationUrl({ ...place, key: operation.key, line: null, version: null })}/try/send${versionQuery(place)}` : null;
  return (
    <InterfaceFrame head={head} tab="reference" deep>
      <h1 className="mb-1 text-xl font-semibold tracking-tight [overflow-wrap:anywhere]">Try: {operation.summary ?? operation.display}</h1>
      <p className="mb-6 flex items-center gap-2">
        <MethodBadge method={operation.action} />
        <a href={operationUrl({ ...place, key: operation.key })} className="underline decoration-line-strong underline-offset-3">
          <code className="[overflow-wrap:anywhere]">{operation.address ?? operation.display}</code>
        </a>
      </p>
      {servers.length === 0 ? (
        <EmptyState title="No server to call">The document names no server with an http or https address of its own, or only this installation, which is not called from here.</EmptyState>
      ) : (
        <TryForm operation={tryOperation({ operation, schemas: new Map(Object.entries(schemas)), servers, securitySchemes: detail.facts.securitySchemes ?? [] })} proxy={proxy} />
      )}
    </InterfaceFrame>
  );
}
