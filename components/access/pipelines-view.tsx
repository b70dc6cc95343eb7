import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Section } from "../ui/page-header.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import type { TrustSummary } from "#lib/auth/ci/list-trusts.ts";
import { TrustForm } from "./trust-form.tsx";

type Props = { trusts: TrustSummary[]; teams: { slug: string; name: string }[]; origin: string; trust: FormAction; distrust: FormAction };

/** Which repositories publish by their pipelines' identity alone. */
export function PipelinesView({ trusts, teams, origin, trust, distrust }: Props) {
  return (
    <>
      <p className="max-w-[80ch] text-sm text-muted">Pipelines of GitHub and GitLab prove by a short-lived token which repository and branch they run for. Those named here publish for a team without any stored secret; the command line finds the token by itself.</p>
      <div className="pt-4">
        {trusts.length === 0 ? (
          <EmptyState className="py-2" title="No pipeline is trusted yet">Name a repository below. Until then pipelines need a token, as <code>INTERMESH_TOKEN</code>.</EmptyState>
        ) : (
          <Table caption="Trusted pipelines" className="table-fixed">
            <TableHead sticky={false}>
              <tr>
                <TableHeader>Repository</TableHeader>
                <TableHeader className="w-40 max-md:hidden">Ref</TableHeader>
                <TableHeader className="w-44 max-sm:hidden">Publishes for</TableHeader>
                <TableHeader className="max-lg:hidden">Issuer</TableHeader>
                <TableHeader className="w-28 max-lg:hidden">Last used</TableHeader>
                <TableHeader className="w-24"><span className="sr-only">Trust it no more</span></TableHeader>
              </tr>
            </TableHead>
            <tbody>{trusts.map((one) => <Row key={one.id} one={one} distrust={distrust} />)}</tbody>
          </Table>
        )}
      </div>
      <Section title="Trust a repository's pipelines">
        <TrustForm teams={teams} origin={origin} action={trust} />
      </Section>
    </>
  );
}

function Row({ one, distrust }: { one: TrustSummary; distrust: FormAction }) {
  return (
    <TableRow>
      <TableCell className="font-mono text-xs [overflow-wrap:anywhere]">{one.repository}</TableCell>
      <TableCell className="font-mono text-xs [overflow-wrap:anywhere] max-md:hidden">{one.ref ?? <span className="font-sans text-faint">any</span>}</TableCell>
      <TableCell className="truncate max-sm:hidden">
        {one.team.name}
        {one.interface ? <span className="block truncate text-xs text-faint">only {one.interface}</span> : null}
      </TableCell>
      <TableCell className="truncate text-muted max-lg:hidden">{one.issuer.replace("https://", "")}</TableCell>
      <TableCell className="text-muted max-lg:hidden">{one.lastUsedAt ? <RelativeTime date={one.lastUsedAt} /> : "never"}</TableCell>
      <TableCell className="text-right">
        <ActionForm action={distrust} values={{ id: one.id }} size="sm" variant="danger" className="items-end" button="Remove" buttonLabel={`Trust ${one.repository} no more`} />
      </TableCell>
    </TableRow>
  );
}
