import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Field, Input, Select } from "../ui/field.tsx";
import { Section } from "../ui/page-header.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import type { PartOwners as Parts } from "#lib/catalog/ownership/part-owners.ts";
import { OwnerLink } from "../team/owner-link.tsx";

/** Parts of an interface that another team answers for; its maintainers say which. */
export function PartOwners({ parts, slug, teams, action }: { parts: Parts; slug: string; teams: { slug: string; name: string }[]; action: FormAction }) {
  if (parts.items.length === 0 && !parts.mayChange) return null;
  return (
    <Section title="Parts with another owner" count={parts.items.length} className="max-w-3xl">
      <p className="mb-3 text-sm text-muted">By tag, by how a path begins, or by operation. The first that fits decides; notices about such a part go to its team.</p>
      {parts.items.length > 0 ? (
        <Table caption="Parts with another owner" className="mb-4 table-fixed">
          <TableHead sticky={false}>
            <tr><TableHeader className="w-28">Part</TableHeader><TableHeader>Which</TableHeader><TableHeader className="w-40">Owner</TableHeader><TableHeader className="w-24"><span className="sr-only">End it</span></TableHeader></tr>
          </TableHead>
          <tbody>
            {parts.items.map((rule) => (
              <TableRow key={rule.id}>
                <TableCell className="text-muted">{rule.part}</TableCell>
                <TableCell className="truncate font-mono">{rule.pattern}</TableCell>
                <TableCell className="truncate"><OwnerLink owner={rule.owner} /></TableCell>
                <TableCell className="text-right">{parts.mayChange ? <ActionForm action={action} values={{ change: "remove-part", slug, id: rule.id }} size="sm" variant="danger" button="Remove" buttonLabel={`Remove the owner of ${rule.part} ${rule.pattern}`} className="items-end gap-1" /> : null}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      ) : null}
      {parts.mayChange && teams.length > 0 ? (
        <ActionForm action={action} values={{ change: "add-part", slug }} button="Give it to that team">
          {(fields) => (
            <div className="flex w-full flex-wrap items-start gap-3">
              <Field id="part" label="Part">
                <Select id="part" name="part"><option value="tag">tag</option><option value="path">path</option><option value="operation">operation</option><option value="message">message</option></Select>
              </Field>
              <Field id="pattern" label="Which" hint="A tag; /a/path or how it begins; POST /orders; a message's name." error={fields["pattern"]} className="min-w-56 flex-1">
                <Input id="pattern" name="pattern" required maxLength={500} className="font-mono" aria-describedby="pattern-note" />
              </Field>
              <Field id="part-team" label="Team">
                <Select id="part-team" name="team">{teams.map((team) => <option key={team.slug} value={team.slug}>{team.name}</option>)}</Select>
              </Field>
            </div>
          )}
        </ActionForm>
      ) : null}
    </Section>
  );
}
