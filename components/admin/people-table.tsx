import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Badge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import type { PersonSummary } from "#lib/catalog/people/list-people.ts";

/** Accounts, each with what an administrator may do to it. */
export function PeopleTable({ people, me, action }: { people: PersonSummary[]; me: string | null; action: FormAction }) {
  return (
    <Table caption="People" className="table-fixed">
      <TableHead>
        <tr>
          <TableHeader>Name</TableHeader>
          <TableHeader className="w-56 max-lg:hidden">Teams</TableHeader>
          <TableHeader className="w-28 max-md:hidden">Signs in by</TableHeader>
          <TableHeader className="w-28 max-md:hidden">Last sign-in</TableHeader>
          <TableHeader className="w-24"><span className="sr-only">Change</span></TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {people.map((person) => (
          <TableRow key={person.id}>
            <TableCell className="py-1.5">
              <div className="flex flex-wrap items-center gap-x-2">
                <span className="font-medium">{person.name}</span>
                {person.id === me ? <span className="text-xs text-faint">you</span> : null}
                {person.role === "admin" ? <Badge tone="accent">administrator</Badge> : null}
                {person.deactivatedAt ? <Badge tone="amber">deactivated</Badge> : null}
              </div>
              <span className="block truncate text-xs text-muted">{person.email}</span>
            </TableCell>
            <TableCell className="max-lg:hidden"><TeamsOf person={person} /></TableCell>
            <TableCell className="truncate text-muted max-md:hidden">{person.ways.map((way) => (way === "credential" ? "password" : "company")).join(", ") || "nothing yet"}</TableCell>
            <TableCell className="text-muted max-md:hidden">{person.lastSignInAt ? <RelativeTime date={person.lastSignInAt} /> : "never"}</TableCell>
            <TableCell className="text-right"><Changes person={person} isMe={person.id === me} action={action} /></TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function TeamsOf({ person }: { person: PersonSummary }) {
  if (person.teams.length === 0) return <span className="text-faint">none</span>;
  return (
    <span className="flex flex-wrap gap-x-2">
      {person.teams.map((team) => (
        <Link key={team.slug} look="quiet" href={`/teams/${encodeURIComponent(team.slug)}`} prefetch={false} title={team.role}>
          {team.name}
        </Link>
      ))}
    </span>
  );
}

/** Opens without a script, and keeps the row low until then. */
function Changes({ person, isMe, action }: { person: PersonSummary; isMe: boolean; action: FormAction }) {
  const form = (change: string, button: string, variant: "secondary" | "danger" = "secondary") => (
    <ActionForm action={action} values={{ change, person: person.id }} size="sm" variant={variant} button={button} buttonLabel={`${button}: ${person.name}`} inRow />
  );
  return (
    <details className="py-1">
      <summary className="-mr-2 inline-flex h-7 cursor-default items-center rounded-md px-2 text-muted hover:bg-hover hover:text-fg" aria-label={`Change ${person.name}`}>Change</summary>
      <div className="mt-1 flex flex-col items-end gap-1.5 pb-1">
        {person.deactivatedAt ? form("reactivate", "Reactivate") : null}
        {person.deactivatedAt ? null : form("password-link", "Password link")}
        {person.deactivatedAt ? null : person.role === "admin" ? form("demote", "Administrator no more") : form("promote", "Make administrator")}
        {person.deactivatedAt || isMe ? null : form("deactivate", "Deactivate", "danger")}
      </div>
    </details>
  );
}
