import { Badge } from "../ui/badge.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Section } from "../ui/page-header.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import type { TeamPeople as People } from "#lib/catalog/teams/get-team-people.ts";
import { AddPerson } from "./add-person.tsx";
import { MemberRole } from "./member-role.tsx";

/** Who is in a team; its maintainers add, invite, promote and remove. */
export function TeamPeople({ slug, people, action }: { slug: string; people: People; action: FormAction }) {
  if (!people.seesPeople) return null;
  const { members, may, me } = people;
  return (
    <Section title="People" count={members.length}>
      {members.length > 0 ? (
        <Table caption="People of this team" className="table-fixed">
          <TableHead sticky={false}>
            <tr>
              <TableHeader>Name</TableHeader>
              <TableHeader className="w-40">Role</TableHeader>
              <TableHeader className="w-32 max-md:hidden">Since</TableHeader>
              <TableHeader className="w-24"><span className="sr-only">Change</span></TableHeader>
            </tr>
          </TableHead>
          <tbody>
            {members.map((member) => (
              <TableRow key={member.id}>
                <TableCell className="truncate">
                  <span className="font-medium">{member.name}</span>
                  {member.id === me ? <span className="ml-2 text-xs text-faint">you</span> : null}
                  {member.email ? <a href={`mailto:${member.email}`} className="ml-3 text-muted hover:underline max-md:hidden">{member.email}</a> : null}
                </TableCell>
                <TableCell>{may.manage ? <MemberRole slug={slug} member={member} action={action} /> : <RoleWord role={member.role} />}</TableCell>
                <TableCell className="text-muted max-md:hidden"><RelativeTime date={member.since} /></TableCell>
                <TableCell className="text-right"><RemoveOrLeave slug={slug} member={member} me={me} manages={may.manage} action={action} /></TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      ) : (
        <EmptyState title="Nobody is in this team" className="py-4">
          What it owns has no living owner. {may.manage ? "Add someone, or invite them." : "An administrator can add someone."}
        </EmptyState>
      )}
      {may.manage ? <AddPerson slug={slug} invitations={people.invitations} action={action} /> : null}
    </Section>
  );
}

type MemberProps = { slug: string; member: People["members"][number]; me: string | null; manages: boolean; action: FormAction };

function RemoveOrLeave({ slug, member, me, manages, action }: MemberProps) {
  if (member.source === "group") return <Badge title="Given by a group of the company's sign-in, which also takes it away">by group</Badge>;
  const isMe = member.id === me;
  if (!isMe && !manages) return null;
  return (
    <ActionForm action={action} values={{ change: "remove", slug, person: member.id }} size="sm" variant="danger" inRow button={isMe ? "Leave" : "Remove"} buttonLabel={isMe ? "Leave this team" : `Remove ${member.name}`} />
  );
}

function RoleWord({ role }: { role: "member" | "maintainer" }) {
  return <span className="text-muted">{role}</span>;
}
