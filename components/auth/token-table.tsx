import type { TokenSummary } from "#lib/auth/tokens/list-tokens.ts";
import type { FormAction } from "../ui/action-form.tsx";
import { Badge } from "../ui/badge.tsx";
import { ConfirmForm } from "../ui/confirm-form.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";

/** The tokens that still exist, each with the button that ends it. */
export function TokenTable({ tokens, revoke }: { tokens: TokenSummary[]; revoke: FormAction }) {
  if (tokens.length === 0) {
    return <EmptyState className="pt-2 pb-4" title="No tokens yet">Make one below for a pipeline or a script, and give it to them as <code>INTERMESH_TOKEN</code>.</EmptyState>;
  }
  return (
    <div className="overflow-x-auto">
      <Table caption="Tokens">
        <TableHead sticky={false}>
          <tr>
            <TableHeader>Name</TableHeader>
            <TableHeader>May</TableHeader>
            <TableHeader className={wide}>Speaks for</TableHeader>
            <TableHeader className={wide}>Made</TableHeader>
            <TableHeader className={wide}>Last used</TableHeader>
            <TableHeader className={wide}>Ends</TableHeader>
            <TableHeader><span className="sr-only">End it</span></TableHeader>
          </tr>
        </TableHead>
        <tbody>
          {tokens.map((token) => <TokenRow key={token.id} token={token} revoke={revoke} />)}
        </tbody>
      </Table>
    </div>
  );
}

// On a phone the name, the power and the button matter.
const wide = "hidden sm:table-cell";
const short = "hidden whitespace-nowrap sm:table-cell";

function TokenRow({ token, revoke }: { token: TokenSummary; revoke: FormAction }) {
  return (
    <TableRow>
      <TableCell className="py-1.5 [overflow-wrap:anywhere]">
        <span className="font-medium">{token.name}</span> <code className="font-mono text-xs text-faint">{token.hint}…</code>
      </TableCell>
      <TableCell>
        {token.scopes.join(", ")}
        {token.interfaceSlug ? <span className="block text-xs text-faint">only <code className="font-mono">{token.interfaceSlug}</code></span> : null}
      </TableCell>
      <TableCell className={wide}>{token.teamName ?? token.makerName ?? "this installation"}</TableCell>
      <TableCell className={short}><RelativeTime date={token.createdAt} /></TableCell>
      <TableCell className={short}>{token.lastUsedAt ? <RelativeTime date={token.lastUsedAt} /> : "never"}</TableCell>
      <TableCell className={short}>{token.expired ? <Badge tone="amber">ended</Badge> : token.expiresAt ? <RelativeTime date={token.expiresAt} /> : "never"}</TableCell>
      <TableCell>
        <ConfirmForm
          action={revoke} values={{ id: token.id }} button="Revoke" buttonLabel={`Revoke ${token.name}`} yes="Revoke" className="flex justify-end"
          title={`Revoke ${token.name}?`} consequence="Whatever uses it is refused from now on. It cannot be brought back; a new one has another secret."
        />
      </TableCell>
    </TableRow>
  );
}
