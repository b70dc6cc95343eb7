import type { ReactNode } from "react";
import { Static } from "#components/static/static.tsx";
import { goneFieldUrl } from "#lib/catalog/urls/entity-url.ts";
import { EventBody } from "./event-body.tsx";
import { HttpBody } from "./http-body.tsx";
import { OperationAside } from "./operation-aside.tsx";
import { OperationHead } from "./operation-head.tsx";
import type { OperationView } from "./operation-view.ts";

/** One operation or event: what it does and how to use it on the left, an example to copy on the right. */
export function OperationPage({ view, foot }: { view: OperationView; foot?: ReactNode }) {
  return (
    <div className="grid min-w-0 grid-cols-1 gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_minmax(320px,400px)]">
      <article className="min-w-0" data-gone-field={goneFieldUrl({ ...view.place, kind: "operation", id: view.operation.key })}>
        <OperationHead view={view} />
        {view.operation.kind === "event" ? <EventBody view={view} /> : <HttpBody view={view} />}
        {foot}
      </article>
      <Static className="min-w-0">
        <OperationAside view={view} />
      </Static>
    </div>
  );
}
