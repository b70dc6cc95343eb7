import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "page /interfaces/[slug]/lifecycle": "readers",
  "action app/interfaces/[slug]/lifecycle/change-lifecycle-action.ts#changeLifecycleAction": { for: "maintainers", of: "interface", given: ({ subject }) => ({ form: { change: "stage", slug: subject.slug, lifecycle: "deprecated", sunset: "2099-01-01" } }) },
} satisfies AccessRows;
