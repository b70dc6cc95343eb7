import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Badge } from "../ui/badge.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import type { SessionSummary } from "#lib/catalog/people/profile.ts";
import { browserWords } from "./browser-words.ts";

/** Where one is signed in, each with the button that ends it. */
export function SessionTable({ sessions, action }: { sessions: SessionSummary[]; action: FormAction }) {
  return (
    <div className="max-w-3xl">
      <Table caption="Open sessions" className="table-fixed">
        <TableHead sticky={false}>
          <tr>
            <TableHeader>Browser</TableHeader>
            <TableHeader className="w-40 max-sm:hidden">From</TableHeader>
            <TableHeader className="w-28">Began</TableHeader>
            <TableHeader className="w-24 max-sm:hidden">Ends</TableHeader>
            <TableHeader className="w-24"><span className="sr-only">End it</span></TableHeader>
          </tr>
        </TableHead>
        <tbody>
          {sessions.map((session) => (
            <TableRow key={session.id}>
              <TableCell className="truncate" title={session.userAgent ?? undefined}>{browserWords(session.userAgent)}</TableCell>
              <TableCell className="truncate font-mono text-muted max-sm:hidden">{session.ipAddress}</TableCell>
              <TableCell className="text-muted"><RelativeTime date={session.createdAt} /></TableCell>
              <TableCell className="text-muted max-sm:hidden"><RelativeTime date={session.expiresAt} /></TableCell>
              <TableCell className="text-right">
                {session.isCurrent ? <Badge tone="green">this one</Badge> : <ActionForm action={action} values={{ id: session.id }} size="sm" variant="danger" button="End" buttonLabel={`End the session of ${browserWords(session.userAgent)}`} inRow />}
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {sessions.length > 1 ? <ActionForm action={action} values={{ all: "1" }} button="End all others" variant="danger" className="mt-4" /> : null}
    </div>
  );
}
