import { Notice } from "#components/ui/notice.tsx";
import { EndingNotice } from "../lifecycle/ending-notice.tsx";
import { HeaderBlock } from "../lifecycle/header-block.tsx";
import { MovedNotice } from "./moved-notice.tsx";
import type { OperationView } from "./operation-view.ts";

/** What one must know before reading on: that it goes away, and when. */
export function OperationNotices({ view }: { view: OperationView }) {
  return (
    <>
      {view.moved ? <MovedNotice moved={view.moved} place={view.place} /> : null}
      <Ends view={view} />
    </>
  );
}

function Ends({ view: { operation, ending, place } }: { view: OperationView }) {
  if (ending) {
    return (
      <div className="flex flex-col gap-2">
        <EndingNotice ending={ending} retired={ending.state === "retired"} place={place} what="This operation" />
        {ending.headers.length > 0 ? <details className="text-sm"><summary className="inline-flex min-h-6 items-center text-muted hover:text-fg hover:underline">Headers that the service should send</summary><div className="mt-1"><HeaderBlock headers={ending.headers} /></div></details> : null}
      </div>
    );
  }
  if (!operation.deprecated) return null;
  return (
    <Notice level="warning">
      Deprecated{operation.sunset ? `, and gone after ${operation.sunset}` : ""}. Look for a replacement before you build on it.
    </Notice>
  );
}
