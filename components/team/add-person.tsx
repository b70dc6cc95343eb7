import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Field, Input, Select } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";
import { InvitationTable } from "../admin/invitation-table.tsx";
import type { InvitationSummary } from "#lib/catalog/people/list-invitations.ts";

/** Adds someone who has an account, or makes a link for someone who has none; and the links that are open. */
export function AddPerson({ slug, invitations, action }: { slug: string; invitations: InvitationSummary[]; action: FormAction }) {
  return (
    <div className="mt-5 flex flex-col gap-5">
      <div>
        <h3 className="mb-1 text-sm font-semibold">Add someone</h3>
        <p className="mb-3 max-w-[70ch] text-sm text-muted">Whoever has an account is in at once. For anyone else there is a link to hand over: it makes their account, once, within a week.</p>
        <ActionForm action={action} values={{ change: "add", slug }} button="Add or invite" className="max-w-xl">
          <div className="flex w-full flex-wrap items-start gap-3">
            <FormField id="person" label="E-mail" name="email" className="min-w-60 flex-1">
              <Input id="person" name="email" type="email" required autoComplete="off" />
            </FormField>
            <Field id="person-role" label="Role">
              <Select id="person-role" name="role" defaultValue="member">
                <option value="member">member: publishes</option>
                <option value="maintainer">maintainer: also manages</option>
              </Select>
            </Field>
          </div>
        </ActionForm>
      </div>
      {invitations.length > 0 ? (
        <div>
          <h3 className="mb-1 text-sm font-semibold">Open invitations</h3>
          <InvitationTable invitations={invitations} action={action} values={{ change: "uninvite", slug }} withoutTeam />
        </div>
      ) : null}
    </div>
  );
}
