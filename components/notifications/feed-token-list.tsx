import type { FeedToken } from "#lib/auth/feed-tokens/list-feed-tokens.ts";
import type { FormAction } from "../ui/action-form.tsx";
import { ConfirmForm } from "../ui/confirm-form.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";

/** One's private feed addresses; each can be ended at once. */
export function FeedTokenList({ items, change }: { items: FeedToken[]; change: FormAction }) {
  return (
    <ul className="border-t border-line">
      {items.map(({ id, name, hint, createdAt, lastUsedAt }) => (
        <li key={id} className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line py-2 text-sm">
          <div className="min-w-0 flex-1 basis-64">
            <p className="font-medium">{name} <code className="ml-1 font-mono text-xs font-normal text-faint">{hint}…</code></p>
            <p className="text-xs text-faint">made <RelativeTime date={createdAt} /> · {lastUsedAt ? <>last read <RelativeTime date={lastUsedAt} /></> : "never read"}</p>
          </div>
          <ConfirmForm action={change} values={{ id, change: "end" }} button="End" buttonLabel={`End the feed address ${name}`} yes="End it" title={`End the feed address ${name}?`} consequence="Whoever reads it finds nothing there from now on. It cannot be brought back; a new one has another address." />
        </li>
      ))}
    </ul>
  );
}
