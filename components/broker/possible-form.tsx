"use client";
import { ActionForm, type FormAction } from "#components/ui/action-form.tsx";
import { Field, Select } from "#components/ui/field.tsx";
import type { PossibleMatch, PossibleSide } from "#lib/catalog/brokers/list-possible.ts";

type Props = { possible: PossibleMatch[]; brokers: { slug: string; name: string; protocol: string }[]; action: FormAction };

/** Chooses possible matches and says which broker they are on, many at once. */
export function PossibleForm({ possible, brokers, action }: Props) {
  if (brokers.length === 0) return <p className="text-sm text-muted">Add a broker below first.</p>;
  return (
    <ActionForm action={action} values={{ change: "confirm" }} button="Confirm the chosen ones" variant="primary">
      <fieldset className="w-full">
        <legend className="sr-only">Matches</legend>
        <ul className="max-h-[28rem] divide-y divide-line overflow-y-auto border-y border-line">
          {possible.map((match) => (
            <li key={match.source}>
              <label className="flex cursor-pointer items-start gap-3 px-1 py-2 text-sm hover:bg-hover">
                <input type="checkbox" name="source" value={match.source} defaultChecked={possible.length <= 20} className="mt-1 size-4 accent-accent-solid" />
                <span className="min-w-0 flex-1">
                  <code className="font-medium [overflow-wrap:anywhere]">{match.address}</code>
                  {match.protocol ? <span className="ml-2 font-mono text-xs text-faint">{match.protocol}</span> : null}
                  {match.sides.map((side) => <Side key={`${side.interfaceId} ${side.action}`} side={side} />)}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <Field id="confirm-broker" label="They are on">
        <Select id="confirm-broker" name="broker" required>
          {brokers.map(({ slug, name, protocol }) => <option key={slug} value={slug}>{name} ({protocol})</option>)}
        </Select>
      </Field>
    </ActionForm>
  );
}

function Side({ side }: { side: PossibleSide }) {
  const said = side.broker ?? (side.said.length > 0 ? side.said.join(", ") : "no server");
  return (
    <span className="block text-xs text-muted [overflow-wrap:anywhere]">
      {side.title} {side.action === "send" ? "sends" : "receives"}; <span className="text-faint">{side.broker ? "on" : "says"} {said}{side.team ? `, ${side.team}` : ""}{side.folder ? `, ${side.folder}` : ""}</span>
    </span>
  );
}
