import clsx from "clsx";
import type { Lifecycle } from "#db/schema/catalog/words.ts";
import { lifecyclePromises } from "#lib/catalog/lifecycle/lifecycle-words.ts";
import { toneText, lifecycleTone } from "../ui/tone.ts";

/** The stages of a life in order, with the one that it is in. */
export function LifeLine({ lifecycle }: { lifecycle: Lifecycle }) {
  const stages = Object.keys(lifecyclePromises) as Lifecycle[];
  const current = stages.indexOf(lifecycle);
  return (
    <div>
      <ol aria-label="Stages" className="flex max-w-[40rem] gap-1">
        {stages.map((stage, index) => (
          <li key={stage} aria-current={index === current ? "step" : undefined} className={clsx("min-w-0", index === current ? "flex-[1.8]" : "flex-1")}>
            <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className={clsx("h-1 w-full", index === current ? toneText[lifecycleTone(stage)] : index < current ? "text-edge" : "text-line")}>
              <rect width="100" height="4" className="fill-current" />
            </svg>
            <span className={clsx("mt-1 block truncate text-xs", index === current ? "font-medium text-fg" : "text-faint")}>{stage}</span>
          </li>
        ))}
      </ol>
      <p className="mt-2 text-sm text-muted">{lifecyclePromises[lifecycle]}</p>
    </div>
  );
}
