/** A path of this installation to go to, or `/` for anything that leads elsewhere. */
export function localPath(path: string | null | undefined): string {
  if (!path?.startsWith("/") || /^\/[/\\]|[\\\p{Cc}]/u.test(path)) return "/";
  return path;
}
