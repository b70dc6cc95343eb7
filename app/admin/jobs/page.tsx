import type { Metadata } from "next";
import { AdminFrame } from "#components/admin/admin-frame.tsx";
import { JobsView } from "#components/admin/jobs-view.tsx";
import { administratorContext } from "#lib/auth/administrator-context.ts";
import { getJobs } from "#lib/catalog/admin/jobs.ts";
import { retryJobAction } from "./jobs-actions.ts";

export const metadata: Metadata = { title: "Jobs" };

export default async function JobsPage() {
  const state = await getJobs({ ctx: await administratorContext() });
  return (
    <AdminFrame current="jobs">
      <JobsView state={state} action={retryJobAction} />
    </AdminFrame>
  );
}
