import type { SubscriptionItem } from "#lib/catalog/subscriptions/list-subscriptions.ts";

const pages = { interface: "interfaces", operation: "interfaces", message: "interfaces", service: "services", team: "teams", tag: "interfaces", search: "interfaces" } as const;

/** Where what one follows is shown; for an interface or a part of it, where one changes what one hears of it. */
export function followedUrl({ subject, target, subjectKey }: Pick<SubscriptionItem, "subject" | "target" | "subjectKey">): string {
  const page = `/${pages[subject]}/${encodeURIComponent(target?.slug ?? "")}`;
  if (subject === "operation" || subject === "message") return `${page}/follow?${new URLSearchParams({ [subject]: subjectKey ?? "" })}`;
  return subject === "interface" ? `${page}/follow` : page;
}
