export type InboxView = { box: "unread" | "all" | "archived"; kind?: string | undefined; impact?: string | undefined; interface?: string | undefined; before?: number | undefined };

/** The inbox with other filters; `undefined` takes one away. */
export function inboxUrl(view: InboxView, change: Partial<InboxView> = {}): string {
  const { box, ...rest } = { ...view, before: undefined, ...change };
  const query = new URLSearchParams(box === "unread" ? {} : { box });
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, String(value));
  return query.size > 0 ? `/inbox?${query}` : "/inbox";
}
