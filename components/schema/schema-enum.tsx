import type { EnumValue } from "./constraint-words.ts";

const shownMax = 24;

/** The values that are allowed: beside each other, or below each other where something is said of them. */
export function SchemaEnum({ values }: { values: EnumValue[] }) {
  if (values.length === 0) return null;
  const described = values.some((value) => value.description !== null);
  const first = values.slice(0, shownMax);
  const rest = values.slice(shownMax);
  return (
    <div className="mt-1 text-xs text-muted">
      <List values={first} described={described} label={values.length === 1 ? "Always" : "One of"} />
      {rest.length > 0 ? (
        <details>
          <summary className="text-faint hover:text-fg">{rest.length.toLocaleString("en")} more values</summary>
          <List values={rest} described={described} label="" />
        </details>
      ) : null}
    </div>
  );
}

function List({ values, described, label }: { values: EnumValue[]; described: boolean; label: string }) {
  return (
    <div className={described ? "flex flex-col gap-1" : "flex flex-wrap items-baseline gap-1"}>
      {label ? <span className="mr-1 text-faint">{label}</span> : null}
      {values.map((value, index) => (
        <span key={index} className="[overflow-wrap:anywhere]">
          <code className="rounded-sm bg-sunken px-1 py-0.5">{value.value === "" ? '""' : value.value}</code>
          {value.description ? <span className="ml-2">{value.description}</span> : null}
        </span>
      ))}
    </div>
  );
}
