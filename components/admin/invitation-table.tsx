import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Link } from "../ui/link.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import type { InvitationSummary } from "#lib/catalog/people/list-invitations.ts";

type Props = { invitations: InvitationSummary[]; action: FormAction; /** What goes along with taking one back, besides its `id`. */ values: Record<string, string>; withoutTeam?: boolean };

/** Links that still hold, each with the button that takes it back. */
export function InvitationTable({ invitations, action, values, withoutTeam = false }: Props) {
  return (
    <Table caption="Open invitations" className="table-fixed">
      <TableHead sticky={false}>
        <tr>
          <TableHeader>For</TableHeader>
          <TableHeader className="w-44 max-sm:hidden">{withoutTeam ? "As" : "Leads to"}</TableHeader>
          <TableHeader className="w-44 max-md:hidden">By</TableHeader>
          <TableHeader className="w-28 max-sm:hidden">Ends</TableHeader>
          <TableHeader className="w-28"><span className="sr-only">Take it back</span></TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {invitations.map((invitation) => (
          <TableRow key={invitation.id}>
            <TableCell className="py-1.5 [overflow-wrap:anywhere]">{invitation.email}</TableCell>
            <TableCell className="truncate text-muted max-sm:hidden"><Goal invitation={invitation} withoutTeam={withoutTeam} /></TableCell>
            <TableCell className="truncate text-muted max-md:hidden">{invitation.invitedByName}</TableCell>
            <TableCell className="text-muted max-sm:hidden"><RelativeTime date={invitation.expiresAt} /></TableCell>
            <TableCell className="text-right">
              <ActionForm action={action} values={{ ...values, id: invitation.id }} size="sm" variant="danger" inRow button="Take back" buttonLabel={`Take back the link for ${invitation.email}`} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Goal({ invitation, withoutTeam }: { invitation: InvitationSummary; withoutTeam: boolean }) {
  if (invitation.isPasswordLink) return "a new password";
  if (invitation.team && !withoutTeam) {
    return (
      <>
        <Link look="quiet" href={`/teams/${encodeURIComponent(invitation.team.slug)}`}>{invitation.team.name}</Link>
        {invitation.teamRole === "maintainer" ? ", maintainer" : ""}
      </>
    );
  }
  if (withoutTeam) return invitation.teamRole;
  return invitation.role === "admin" ? "administrator" : "an account";
}
