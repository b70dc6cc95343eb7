import type { DeliveryItem } from "#lib/catalog/endpoints/list-deliveries.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Badge } from "../ui/badge.tsx";
import { CodeBlock } from "../ui/code-block.tsx";
import { exactTime, RelativeTime } from "../ui/relative-time.tsx";
import type { Tone } from "../ui/tone.ts";

const tones: Record<DeliveryItem["state"], Tone> = { waiting: "blue", sending: "blue", delivered: "green", failed: "red", withdrawn: "grey" };
const words: Record<DeliveryItem["state"], string> = { waiting: "on its way", sending: "on its way", delivered: "delivered", failed: "given up", withdrawn: "withdrawn" };

/** What was sent lately: request, answer and time of each; what was given up can be sent again. */
export function DeliveryList({ items, change }: { items: DeliveryItem[]; change: FormAction }) {
  return (
    <ul className="border-t border-line">
      {items.map((item) => (
        <li key={item.id} className="border-b border-line py-2 text-sm">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={tones[item.state]}>{words[item.state]}</Badge>
            <span className="min-w-0 flex-1 truncate">{item.titles.join(" · ") || item.key.split(" ")[0]}</span>
            <span className="text-xs text-faint tabular-nums">{`${item.attempts} ${item.attempts === 1 ? "attempt" : "attempts"}${item.status === null ? "" : ` · ${item.status}`}`}</span>
            <RelativeTime date={item.lastAttemptAt ?? item.createdAt} className="w-16 text-right text-xs text-faint" />
            {item.state === "failed" && !item.key.startsWith("test ") ? <ActionForm action={change} values={{ change: "again", delivery: item.id }} button="Send again" size="sm" /> : null}
          </div>
          {item.nextTryAt ? <p className="mt-1 text-xs text-faint">{`${item.attempts > 0 ? "Tried again" : "Sent"} about ${exactTime(item.nextTryAt)}`}</p> : null}
          {item.problem ? <p className="mt-1 text-xs text-muted">{item.problem}</p> : null}
          {item.request ? (
            <details className="mt-1">
              <summary className="w-fit text-xs text-muted hover:text-fg">Request and answer</summary>
              <div className="flex flex-col gap-2 py-2">
                <CodeBlock title="Request" code={JSON.stringify(item.request, null, 2)} language="json" small />
                {item.answer ? <CodeBlock title="Answer" code={item.answer} small /> : null}
              </div>
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
