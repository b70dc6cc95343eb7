import { Link } from "#components/ui/link.tsx";
import { Markdown } from "#components/ui/markdown.tsx";
import { MethodBadge } from "#components/ui/method-badge.tsx";
import { Static } from "#components/static/static.tsx";
import { Section } from "#components/ui/page-header.tsx";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import { MediaTypes } from "./media-types.tsx";
import { OperationParameters } from "./operation-parameters.tsx";
import { OperationResponses } from "./operation-responses.tsx";
import { OperationSecurity } from "./operation-security.tsx";
import type { OperationView } from "./operation-view.ts";

/** Security, parameters, body, responses and callbacks of an HTTP operation, webhook or callback. */
export function HttpBody({ view }: { view: OperationView }) {
  const { operation } = view;
  const body = operation.requestBody;
  return (
    <div className="mt-8">
      <OperationSecurity security={operation.security} schemes={view.securitySchemes} />
      <Static className="mt-8">
        <OperationParameters view={view} />
        {body === null ? null : (
        <Section id="request.body" title={<>Request body {body.required ? <span className="ml-1 text-xs font-medium text-amber">required</span> : null}</>}>
          {body.description ? <Markdown text={body.description} small className="mb-2 text-muted" /> : null}
          <MediaTypes content={body.content} id="request.body" direction="request" view={view} empty="The document does not say what the body looks like." />
        </Section>
      )}
        <OperationResponses view={view} />
      </Static>
      {view.callbacks.length === 0 ? null : (
        <Section id="callbacks" title="Callbacks" count={view.callbacks.length}>
          <ul className="text-sm">
            {view.callbacks.map((callback) => (
              <li key={callback.key} className="border-b border-line py-2">
                <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
                  <MethodBadge method={callback.action} />
                  <Link look="text" href={operationUrl({ ...view.place, key: callback.key })} className="[overflow-wrap:anywhere]">
                    {callback.name}
                  </Link>
                  {callback.address ? <code className="min-w-0 text-muted [overflow-wrap:anywhere]">to {callback.address}</code> : null}
                </div>
                {callback.summary ? <p className="text-muted">{callback.summary}</p> : null}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
