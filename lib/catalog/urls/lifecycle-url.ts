/** Path of a migration's page. */
export function migrationUrl(id: number): string {
  return `/migrations/${id}`;
}

/** Path of a request for access. */
export function accessRequestUrl(id: number): string {
  return `/access-requests/${id}`;
}

/** Where one asks for access to an interface. */
export function askAccessUrl(slug: string): string {
  return `/interfaces/${encodeURIComponent(slug)}/access`;
}

/** Path of the page that says where in its life an interface stands. */
export function lifecycleUrl({ slug, line }: { slug: string; line?: string | null }): string {
  return `/interfaces/${encodeURIComponent(slug)}/lifecycle${line && line !== "default" ? `?line=${encodeURIComponent(line)}` : ""}`;
}
