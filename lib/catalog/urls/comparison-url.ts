/** Path of the comparison of two versions of a line, by sequence number; `change` names one of its changes. */
export function comparisonUrl(at: { slug: string; line?: string | null; from?: number | null; to?: number | null; change?: number | null }): string {
  const query = new URLSearchParams();
  if (at.line && at.line !== "default") query.set("line", at.line);
  if (at.from) query.set("from", String(at.from));
  if (at.to) query.set("to", String(at.to));
  if (at.change) query.set("change", String(at.change));
  return `/interfaces/${encodeURIComponent(at.slug)}/diff${query.size === 0 ? "" : `?${query}`}${at.change ? `#change-${at.change}` : ""}`;
}

/** Path of a proposal's page. */
export function proposalUrl(id: number): string {
  return `/proposals/${id}`;
}
