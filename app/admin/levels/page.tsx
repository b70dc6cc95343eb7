import type { Metadata } from "next";
import { AdminFrame } from "#components/admin/admin-frame.tsx";
import { LevelsView } from "#components/diff/levels-view.tsx";
import { administratorContext } from "#lib/auth/administrator-context.ts";
import { listLevelOverrides } from "#lib/catalog/decisions/level-overrides.ts";
import { getPublishingPolicy } from "#lib/catalog/decisions/publishing-policy.ts";
import { listDomains } from "#lib/catalog/domains/list-domains.ts";
import { listRules } from "#lib/spec/diff/rules/list-rules.ts";
import { changeLevelsAction } from "./levels-actions.ts";

export const metadata: Metadata = { title: "Levels of changes" };

export default async function LevelsPage() {
  const ctx = await administratorContext();
  const [overrides, policy, domains] = await Promise.all([listLevelOverrides({ ctx }), getPublishingPolicy(ctx.db), listDomains({ ctx })]);
  return (
    <AdminFrame current="levels">
      <LevelsView rules={listRules()} overrides={overrides} policy={policy} domains={domains.items.map(({ slug, name }) => ({ slug, name }))} action={changeLevelsAction} />
    </AdminFrame>
  );
}
