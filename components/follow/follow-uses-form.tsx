"use client";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Field, Select } from "../ui/field.tsx";
import { WhereFields } from "./where-fields.tsx";

type Props = { action: FormAction; service: string; teams: { slug: string; name: string }[]; mail: boolean; left: number };

/** Where, how often and for whom. */
export function FollowUsesForm({ action, service, teams, mail, left }: Props) {
  return (
    <ActionForm action={action} values={{ service }} button={left === 0 ? "Follow what is missing" : `Follow ${left === 1 ? "it" : `all ${left}`}`} variant="primary" className="max-w-2xl gap-6">
      {(fields) => (
        <>
          <WhereFields wishes={{ channels: [{ kind: "inbox" }], frequency: "at-once" }} endpoints={[]} mail={mail} fault={fields["channels"]} />
          {teams.length > 0 ? (
            <Field id="follow-team" label="For whom" hint="Of a team all members are told.">
              <Select id="follow-team" name="team" defaultValue="" aria-describedby="follow-team-note">
                <option value="">Me</option>
                {teams.map(({ slug, name }) => <option key={slug} value={slug}>{name}</option>)}
              </Select>
            </Field>
          ) : null}
        </>
      )}
    </ActionForm>
  );
}
