import { Button } from "#components/ui/button.tsx";
import { Checkbox, Select } from "#components/ui/field.tsx";

/** Which uses are shown; a plain form, so that the choice lies in the address. */
export function ConsumerFilters({ operations, operation, dismissed, line }: { operations: { key: string; display: string }[]; operation: string | null; dismissed: boolean; line: string | null }) {
  return (
    <form className="flex flex-wrap items-center gap-3 pb-5">
      {line ? <input type="hidden" name="line" value={line} /> : null}
      <label htmlFor="operation" className="sr-only">Operation</label>
      <Select id="operation" name="operation" defaultValue={operation ?? ""} className="max-w-full [&_select]:max-w-96">
        <option value="">All operations</option>
        {operations.map(({ key, display }) => <option key={key} value={key}>{display}</option>)}
      </Select>
      <Checkbox name="dismissed" value="true" defaultChecked={dismissed} label="With dismissed ones" />
      <Button type="submit" size="sm">Show</Button>
    </form>
  );
}
