import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Facts } from "../ui/facts.tsx";
import { Field, Input, Select } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";
import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { PageHeader, Section } from "../ui/page-header.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import type { Ownership } from "#lib/catalog/ownership/get-ownership.ts";
import type { PartOwners as Parts } from "#lib/catalog/ownership/list-part-owners.ts";
import { OwnerLink } from "../team/owner-link.tsx";
import { OfferList } from "./offer-list.tsx";
import { PartOwners } from "./part-owners.tsx";

type Props = { ownership: Ownership; parts: Parts | null; teams: { slug: string; name: string }[]; signedIn: boolean; action: FormAction };

/** Who answers for one thing, and how that changes. */
export function OwnershipView({ ownership, parts, teams, signedIn, action }: Props) {
  const { subject, slug, title, owner, offer } = ownership;
  const values = { subject, slug };
  const href = `/${subject}s/${encodeURIComponent(slug)}`;
  return (
    <Page>
      <PageHeader title={`Owner of ${title}`} lead={<Link href={href} look="text">{`Back to the ${subject}`}</Link>} />
      <Facts
        facts={[
          { label: "Owner", value: <OwnerLink owner={owner} /> },
          { label: "Confirmed", value: owner && ownership.confirmedAt ? <RelativeTime date={ownership.confirmedAt} /> : null },
        ]}
      />
      <div className="mt-4 flex max-w-2xl flex-col gap-4">
        {ownership.may.confirm ? <ActionForm action={action} values={{ ...values, change: "confirm" }} button="Still ours" /> : null}
        {ownership.proposal ? (
          <Notice>
            The CODEOWNERS file of its repository names {ownership.proposal.owners.join(", ")} in line {ownership.proposal.line}
            {ownership.proposal.team ? `: here that is the team ${ownership.proposal.team.name}.` : ". No team here is called so."}
          </Notice>
        ) : null}
        {owner === null ? <Claim ownership={ownership} signedIn={signedIn} action={action} /> : null}
      </div>
      {offer ? (
        <Section title="Offered" className="max-w-2xl">
          <OfferList offers={[offer]} action={action} />
        </Section>
      ) : ownership.may.offer ? (
        <Section title="Offer it to another team" className="max-w-2xl">
          <p className="mb-3 text-sm text-muted">It changes hands when a maintainer of that team accepts, and not before.</p>
          <ActionForm action={action} values={{ ...values, change: "offer" }} button="Offer" className="[&>div]:w-full">
            <>
              <FormField id="team" label="Team" name="team">
                <Select id="team" name="team" required defaultValue={ownership.proposal?.team?.slug ?? ""}>
                  <option value="" disabled>choose</option>
                  {teams.filter((team) => team.slug !== owner?.slug).map((team) => <option key={team.slug} value={team.slug}>{team.name}</option>)}
                </Select>
              </FormField>
              <FormField id="note" label="Why" hint="The other team reads it." name="note">
                <Input id="note" name="note" maxLength={2000} aria-describedby="note-note" />
              </FormField>
            </>
          </ActionForm>
        </Section>
      ) : null}
      {parts ? <PartOwners parts={parts} slug={slug} /> : null}
    </Page>
  );
}

function Claim({ ownership, signedIn, action }: { ownership: Ownership; signedIn: boolean; action: FormAction }) {
  const { claimants, proposal } = ownership;
  if (!signedIn) return <p className="text-sm text-muted">Nobody answers for it yet. Sign in to claim it for a team of yours.</p>;
  if (claimants.length === 0) return <p className="text-sm text-muted">Nobody answers for it yet. Whoever is in a team can claim it for that team.</p>;
  return (
    <ActionForm action={action} values={{ subject: ownership.subject, slug: ownership.slug, change: "claim" }} button="Claim it" variant="primary">
      <Field id="claimant" label="For the team">
        <Select id="claimant" name="team" defaultValue={claimants.find(({ slug }) => slug === proposal?.team?.slug)?.slug ?? claimants[0]?.slug}>
          {claimants.map((team) => <option key={team.slug} value={team.slug}>{team.name}</option>)}
        </Select>
      </Field>
    </ActionForm>
  );
}
