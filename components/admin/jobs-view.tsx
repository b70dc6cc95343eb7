import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Badge } from "../ui/badge.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Section } from "../ui/page-header.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Table, TableCell, TableHead, TableHeader, TableRow } from "../ui/table.tsx";
import type { JobsState } from "#lib/catalog/admin/jobs.ts";

/** What the workers have to do, and what went wrong, each with the button to try again. */
export function JobsView({ state, action }: { state: JobsState; action: FormAction }) {
  return (
    <>
      <Section title="Queues">
        <Table caption="Kinds of jobs" className="max-w-4xl table-fixed">
          <TableHead sticky={false}>
            <tr>
              <TableHeader>Job</TableHeader>
              <TableHeader numeric className="w-20">Waiting</TableHeader>
              <TableHeader numeric className="w-20">Running</TableHeader>
              <TableHeader numeric className="w-24 max-sm:hidden">Tried again</TableHeader>
              <TableHeader numeric className="w-20">Failed</TableHeader>
              <TableHeader className="w-36 max-sm:hidden">Longest wait since</TableHeader>
            </tr>
          </TableHead>
          <tbody>
            {state.queues.map((queue) => (
              <TableRow key={queue.name}>
                <TableCell className="truncate font-mono">{queue.name}</TableCell>
                <TableCell numeric>{queue.waiting.toLocaleString("en")}</TableCell>
                <TableCell numeric>{queue.active.toLocaleString("en")}</TableCell>
                <TableCell numeric className="max-sm:hidden">{queue.retrying.toLocaleString("en")}</TableCell>
                <TableCell numeric>{queue.failed > 0 ? <span className="text-red">{queue.failed.toLocaleString("en")}</span> : 0}</TableCell>
                <TableCell className="text-muted max-sm:hidden">{queue.oldestWaitingAt ? <RelativeTime date={queue.oldestWaitingAt} /> : null}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </Section>
      <Section title="Went wrong" count={state.troubled.length}>
        {state.troubled.length === 0 ? (
          <EmptyState title="Nothing went wrong" className="py-4">A job that fails is tried again by itself, up to twenty times; what still fails shows here.</EmptyState>
        ) : (
          <ul className="flex flex-col">
            {state.troubled.map((job) => (
              <li key={job.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-b border-line py-2 text-sm">
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-center gap-x-2">
                    <code className="font-mono">{job.name}</code>
                    {job.state === "failed" ? <Badge tone="red">failed</Badge> : <Badge tone="amber">tried again</Badge>}
                    <span className="text-xs text-faint"><RelativeTime date={job.createdAt} />{job.retryCount > 0 ? `, ${job.retryCount} more ${job.retryCount === 1 ? "attempt" : "attempts"}` : ""}</span>
                  </p>
                  <p className="[overflow-wrap:anywhere] text-muted">{job.message}</p>
                  <code className="block truncate font-mono text-xs text-faint">{JSON.stringify(job.data)}</code>
                </div>
                <ActionForm action={action} values={{ id: job.id }} size="sm" button="Try again" buttonLabel={`Try ${job.name} again`} inRow />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
