import type { ReactNode } from "react";
import type { ViewedChange, ViewedConsumer, ViewedImpact } from "#lib/catalog/comparisons/view-comparison.ts";
import { LevelBadge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { InlineCode } from "../source/inline-code.tsx";
import { usesInWords } from "./uses-in-words.ts";

const causesMax = 4;
const unaffectedMax = 8;

type Props<Consumer extends ViewedConsumer> = {
  impact: Pick<ViewedImpact, "hidden" | "counts"> & { consumers: Consumer[] };
  changes: readonly ViewedChange[];
  /** Address of a change; `null` where changes have none. */
  changeHref: ((ordinal: number) => string) | null;
  /** What else stands below a consumer. */
  below?: (consumer: Consumer) => ReactNode;
};

/** Who uses what changed: the broken first, each with the changes that touch it and how its use is known. */
export function ImpactList<Consumer extends ViewedConsumer>({ impact, changes, changeHref, below }: Props<Consumer>) {
  const { consumers, hidden } = impact;
  const byOrdinal = new Map(changes.map((change) => [change.ordinal, change]));
  const touched = consumers.filter(({ verdict }) => verdict !== "unaffected");
  const others = consumers.filter(({ verdict }) => verdict === "unaffected");
  const hiddenWords = (["broken", "at risk", "unknown", "unaffected"] as const).flatMap((verdict) => (hidden[verdict] > 0 ? [`${hidden[verdict].toLocaleString("en")} ${verdict}`] : []));
  if (consumers.length === 0 && hiddenWords.length === 0) return <p className="text-sm text-muted">No consumer of this interface is known. Services say what they use in an intermesh.yaml.</p>;
  return (
    <div>
      <ul className="border-t border-line empty:hidden">
        {touched.map((consumer) => (
          <li key={`${consumer.kind} ${consumer.id} ${consumer.possible}`} className="border-b border-line py-2 text-sm">
            <ConsumerHead consumer={consumer} />
            <Causes consumer={consumer} changes={byOrdinal} changeHref={changeHref} />
            {below?.(consumer)}
          </li>
        ))}
      </ul>
      {hiddenWords.length > 0 ? <p className="py-2 text-xs text-faint">Consumers whom you may not see: {hiddenWords.join(", ")}.</p> : null}
      {others.length > 0 ? (
        <details className="py-1.5 text-sm" open={touched.length === 0}>
          <summary className="text-muted hover:text-fg">{others.length.toLocaleString("en")} unaffected</summary>
          <ul className="mt-1">
            {others.slice(0, unaffectedMax).map((consumer) => (
              <li key={`${consumer.kind} ${consumer.id} ${consumer.possible}`} className="py-1">
                <ConsumerHead consumer={consumer} />
              </li>
            ))}
          </ul>
          {others.length > unaffectedMax ? <p className="py-1 text-xs text-faint">and {(others.length - unaffectedMax).toLocaleString("en")} more</p> : null}
        </details>
      ) : null}
    </div>
  );
}

/** The page of a consumer. */
export function consumerHref({ kind, slug }: Pick<ViewedConsumer, "kind" | "slug">): string {
  return `/${kind}s/${encodeURIComponent(slug)}`;
}

function ConsumerHead({ consumer }: { consumer: ViewedConsumer }) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <LevelBadge level={consumer.verdict} />
      <Link href={consumerHref(consumer)} prefetch={false} className="min-w-0 truncate leading-6 font-medium">
        {consumer.title}
      </Link>
      {consumer.owner ? <span className="text-xs text-faint">{consumer.owner.name}</span> : null}
      {consumer.possible ? <span className="text-xs text-faint">use only possible</span> : null}
    </p>
  );
}

function Causes({ consumer, changes, changeHref }: { consumer: ViewedConsumer; changes: Map<number, ViewedChange>; changeHref: Props<ViewedConsumer>["changeHref"] }) {
  const causes = consumer.causes.flatMap(({ ordinal }) => changes.get(ordinal) ?? []);
  const evidence = usesInWords(consumer.uses);
  return (
    <>
      {causes.length > 0 ? (
        <ul className="mt-1 flex flex-col gap-0.5 text-xs">
          {causes.slice(0, causesMax).map((change) => (
            <li key={change.ordinal} className="[overflow-wrap:anywhere]">
              {changeHref ? (
                <Link look="quiet" href={changeHref(change.ordinal)} prefetch={false} className="mr-1.5 font-mono leading-6">
                  #{change.ordinal}
                </Link>
              ) : null}
              {change.operation === null || change.message.includes(change.display ?? change.operation) ? null : <code className="mr-1.5 text-muted">{change.display ?? change.operation}</code>}
              <InlineCode text={change.message} />
            </li>
          ))}
          {causes.length > causesMax ? <li className="text-faint">and {(causes.length - causesMax).toLocaleString("en")} more</li> : null}
        </ul>
      ) : null}
      {consumer.verdict === "unknown" && causes.length === 0 ? <p className="mt-1 text-xs text-muted">It uses the interface; which part is not known.</p> : null}
      {evidence.length > 0 ? (
        <details className="mt-1 text-xs text-faint">
          <summary className="inline-block hover:text-fg">How its use is known</summary>
          <ul className="mt-0.5 flex flex-col gap-0.5">
            {evidence.slice(0, 12).map((words) => (
              <li key={words} className="[overflow-wrap:anywhere]">
                <InlineCode text={words} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
