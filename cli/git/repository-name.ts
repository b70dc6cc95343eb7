/**
 * The name by which a repository is known, whichever way it was reached: without user, password, `.git` and trailing
 * slash, and `git@host:org/name` written as `https://host/org/name`.
 */
export function repositoryName(address: string): string {
  const short = /^[\w.-]+@([\w.-]+):(?!\/\/)(.+)$/.exec(address);
  const url = short ? new URL(`https://${short[1]}/${short[2]}`) : URL.canParse(address) ? new URL(address) : null;
  if (!url) return address;
  const path = url.pathname.replace(/\/+$/, "").replace(/\.git$/, "");
  if (url.protocol === "file:") return `file://${path}`;
  const scheme = url.protocol === "ssh:" || url.protocol === "git:" ? "https:" : url.protocol;
  const host = url.protocol === "ssh:" ? url.hostname : url.host;
  return `${scheme}//${host}${path}`;
}
