import { Button } from "../ui/button.tsx";
import { Select } from "../ui/field.tsx";

type Option = { sequence: number; label: string };

/** Which two versions are compared: a plain form, so that it works without scripts. */
export function CompareForm({ slug, line, from, to, versions }: { slug: string; line: string; from: number; to: number; versions: Option[] }) {
  return (
    <form action={`/interfaces/${encodeURIComponent(slug)}/diff`} className="flex flex-wrap items-center gap-2 text-sm">
      {line === "default" ? null : <input type="hidden" name="line" value={line} />}
      <Versions name="from" label="from" chosen={from} versions={versions} />
      <span aria-hidden="true" className="text-faint">
        →
      </span>
      <Versions name="to" label="to" chosen={to} versions={versions} />
      <Button type="submit" size="sm">
        Compare
      </Button>
    </form>
  );
}

function Versions({ name, label, chosen, versions }: { name: string; label: string; chosen: number; versions: Option[] }) {
  return (
    <Select name={name} aria-label={`Version to compare ${label}`} defaultValue={chosen} className="max-w-44">
      {versions.map(({ sequence, label: own }) => (
        <option key={sequence} value={sequence}>
          v{sequence} · {own}
        </option>
      ))}
    </Select>
  );
}
