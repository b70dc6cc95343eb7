import { settings } from "#db/schema/system/settings.ts";
import { invitations } from "#db/schema/people/invitations.ts";
import { accountIdOf } from "#lib/auth/actor.ts";
import { hashSecret } from "#lib/auth/tokens/secret.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";
import type { World } from "#scripts/testing/access/world.ts";

async function openToMailDomain({ db }: World) {
  const value = { signUp: "domain", mailDomains: ["example.com"] };
  await db.insert(settings).values({ key: "installation", value }).onConflictDoUpdate({ target: settings.key, set: { value } });
  return { form: { email: "new@example.com" } };
}

async function invited({ db, owners }: World) {
  await db.insert(invitations).values({ hash: hashSecret("im_link"), email: "new@example.com", teamId: owners.id, invitedByName: "Ada", expiresAt: new Date(Date.now() + 60_000) });
  return { query: { token: "im_link" }, form: { token: "im_link", name: "New", password: "short" } };
}

export default {
  "page /admin": { for: "administrators", else: "none", but: { anonymous: "sign-in" }, session: true },
  "page /admin/people": { for: "administrators", else: "none", but: { anonymous: "sign-in" }, session: true },
  "page /admin/teams": { for: "administrators", else: "none", but: { anonymous: "sign-in" }, session: true },
  "page /admin/settings": { for: "administrators", else: "none", but: { anonymous: "sign-in" }, session: true },
  "page /admin/jobs": { for: "administrators", else: "none", but: { anonymous: "sign-in" }, session: true },
  "page /settings": "people",
  "page /settings/sessions": "people",
  "page /ownership": "people",
  "page /ownership/[subject]/[slug]": { for: "readers", of: "interface", given: { params: { subject: "interface" } } },
  "page /teams/[slug]/settings": { for: "maintainers", else: "none", given: { params: { slug: "owners" } }, but: { anonymous: "sign-in" }, session: true },
  "page /invitations": { for: "anyone", given: invited },
  "page /sign-up": { for: "anyone", given: openToMailDomain },
  "route GET /sign-in/company": "anyone",
  "action app/admin/people/people-actions.ts#changePeople": { for: "administrators", given: ({ people }) => ({ form: { change: "deactivate", person: accountIdOf(people.outsider.actor) ?? "" } }) },
  "action app/admin/teams/teams-actions.ts#changeTeams": { for: "administrators", given: { form: { change: "create-domain", slug: "area", name: "Area" } } },
  "action app/admin/settings/settings-actions.ts#changeSettingsAction": { for: "administrators", given: { form: { signUp: "closed", ownerConfirmationDays: "30" } } },
  "action app/admin/jobs/jobs-actions.ts#retryJobAction": { for: "administrators", given: { form: { id: "00000000-0000-4000-8000-000000000000" } }, but: { administrator: "none" } },
  "action app/teams/team-actions.ts#changeTeam": { for: "maintainers", given: { form: { change: "update", slug: "owners", name: "Owners" } } },
  "action app/ownership/ownership-actions.ts#changeOwnership": { for: "members", of: "interface", given: ({ subject }) => ({ form: { change: "confirm", subject: "interface", slug: subject.slug } }) },
  "action app/settings/profile-actions.ts#changeProfileAction": { for: "people", given: { form: { change: "name", name: "Other" } } },
  "action app/settings/profile-actions.ts#endSessionAction": { for: "people", audited: false, given: { form: { all: "1" } } },
  "action app/invitations/accept-invitation-action.ts#acceptInvitationAction": { for: "anyone", audited: false, given: invited },
  "action app/sign-up/request-account-action.ts#requestAccountAction": { for: "anyone", given: openToMailDomain },
} satisfies AccessRows;
