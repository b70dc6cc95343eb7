import { Notice } from "#components/ui/notice.tsx";
import type { OperationView } from "./operation-view.ts";

/** What one must know before reading on: that it goes away, and when. */
export function OperationNotices({ view: { operation } }: { view: OperationView }) {
  if (!operation.deprecated) return null;
  return (
    <Notice level="warning">
      Deprecated{operation.sunset ? `, and gone after ${operation.sunset}` : ""}. Look for a replacement before you build on it.
    </Notice>
  );
}
