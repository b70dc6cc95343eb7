/** Where the owner of an interface or service is seen and changed. */
export function ownershipUrl({ subject, slug }: { subject: "interface" | "service"; slug: string }): string {
  return `/ownership/${subject}/${encodeURIComponent(slug)}`;
}
