import Link from "next/link";
import type { Directory } from "#lib/catalog/directory/get-directory.ts";
import type { FormAction } from "../ui/action-form.tsx";
import { Badge } from "../ui/badge.tsx";
import { ConfirmForm } from "../ui/confirm-form.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Section } from "../ui/page-header.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import { ConnectDirectory, type ConnectState } from "./connect-directory.tsx";

type Props = { directory: Directory; address: string; connect: (state: ConnectState, form: FormData) => Promise<ConnectState>; disconnect: FormAction };

/** The company's directory: how it is connected and what it said. */
export function DirectoryView({ directory, address, connect, disconnect }: Props) {
  const { tokens, people, groups } = directory;
  return (
    <>
      <p className="max-w-[80ch] text-sm text-muted">
        A directory such as Okta or Microsoft Entra makes, changes and deactivates people here by itself (SCIM 2.0). Give it this address and a token; whom it deactivates is out at once.
      </p>
      <p className="flex max-w-full items-center gap-2 pt-3">
        <code className="min-w-0 font-mono text-sm break-all">{address}</code>
        <CopyButton text={address} label="Copy address" />
      </p>
      <div className="pt-4">
        {tokens.length === 0 ? <EmptyState className="py-2" title="No directory is connected">Make a token below and enter it in the directory, with the address above.</EmptyState> : <Tokens tokens={tokens} disconnect={disconnect} />}
      </div>
      <Section title="New token">
        <ConnectDirectory action={connect} />
      </Section>
      <Section title="People and groups">
        <p className="pb-3 text-sm text-muted">
          {people.all === 0 ? "The directory has sent nobody yet." : `The directory knows ${people.all === 1 ? "one person" : `${people.all} people`}, ${people.active === people.all ? "all active" : `${people.active} of them active`}.`} Which groups lead to which teams is said under <Link href="/admin/teams#groups" className="text-accent-text hover:underline">Teams and domains</Link>.
        </p>
        {groups.length > 0 ? <Groups groups={groups} /> : null}
      </Section>
    </>
  );
}

function Tokens({ tokens, disconnect }: { tokens: Directory["tokens"]; disconnect: FormAction }) {
  return (
    <Table caption="Tokens of directories" className="table-fixed">
      <TableHead sticky={false}>
        <tr>
          <TableHeader>Name</TableHeader>
          <TableHeader className="w-36 max-md:hidden">Made</TableHeader>
          <TableHeader className="w-36">Last used</TableHeader>
          <TableHeader className="w-32 max-sm:hidden">Ends</TableHeader>
          <TableHeader className="w-24"><span className="sr-only">End it</span></TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {tokens.map(({ id, name, hint, createdAt, lastUsedAt, expiresAt }) => (
          <TableRow key={id}>
            <TableCell className="[overflow-wrap:anywhere]"><span className="font-medium">{name}</span> <code className="font-mono text-xs text-faint">{hint}…</code></TableCell>
            <TableCell className="text-muted max-md:hidden"><RelativeTime date={createdAt} /></TableCell>
            <TableCell className="text-muted">{lastUsedAt ? <RelativeTime date={lastUsedAt} /> : "never"}</TableCell>
            <TableCell className="text-muted max-sm:hidden">{expiresAt ? <RelativeTime date={expiresAt} /> : "never"}</TableCell>
            <TableCell className="text-right">
              <ConfirmForm
                action={disconnect} values={{ id }} button="Revoke" buttonLabel={`Revoke ${name}`} yes="Revoke" className="flex justify-end"
                title={`Revoke ${name}?`} consequence="The directory is refused from now on: people who leave keep their accounts until another token is in place there."
              />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Groups({ groups }: { groups: Directory["groups"] }) {
  return (
    <Table caption="Groups of the directory" className="table-fixed">
      <TableHead sticky={false}>
        <tr>
          <TableHeader>Group</TableHeader>
          <TableHeader className="w-24">Members</TableHeader>
          <TableHeader>Leads to</TableHeader>
        </tr>
      </TableHead>
      <tbody>
        {groups.map(({ id, name, members, teams }) => (
          <TableRow key={id}>
            <TableCell className="[overflow-wrap:anywhere]">{name}</TableCell>
            <TableCell className="text-muted">{members}</TableCell>
            <TableCell>
              {teams.length === 0 ? <span className="text-faint">no team</span> : teams.map(({ slug, name: team, role }) => (
                <span key={slug} className="block truncate"><Link href={`/teams/${slug}`} className="hover:underline">{team}</Link>{role === "maintainer" ? <Badge className="ml-2">maintainer</Badge> : null}</span>
              ))}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
