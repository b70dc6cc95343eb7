import { breakable } from "#components/ui/breakable.tsx";
import type { EnumValue } from "#lib/spec/outline/constraint-words.ts";

const shownMax = 24;

/** The values that are allowed: beside each other, or below each other where something is said of them. */
export function SchemaEnum({ values }: { values: EnumValue[] }) {
  if (values.length === 0) return null;
  const described = values.some((value) => value.description !== null);
  const first = values.slice(0, shownMax);
  const rest = values.slice(shownMax);
  return (
    <>
      <List values={first} described={described} label={values.length === 1 ? "Always" : "One of"} />
      {rest.length > 0 ? (
        <details className="s-rest">
          <summary>{rest.length.toLocaleString("en")} more values</summary>
          <List values={rest} described={described} label="" />
        </details>
      ) : null}
    </>
  );
}

function List({ values, described, label }: { values: EnumValue[]; described: boolean; label: string }) {
  return (
    <div className={described ? "s-values s-said" : "s-values"}>
      {label}
      {values.map((value, index) => (
        <span key={index}>
          <code>{value.value === "" ? '""' : breakable(value.value)}</code>
          {value.description ? ` ${value.description}` : null}
        </span>
      ))}
    </div>
  );
}
