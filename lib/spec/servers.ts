import type { SecurityRequirement, Server } from "./normalized-spec.ts";
import { isObject, lookUp, objectOf, textOf, textsOf } from "./values.ts";

export type ServerVariables = Server["variables"];

/** `variables` of a server as OpenAPI and AsyncAPI write them. */
export function serverVariables(value: unknown): ServerVariables {
  return Object.fromEntries(
    Object.entries(objectOf(value)).filter(([, held]) => isObject(held)).map(([name, held]) => {
      const variable = objectOf(held);
      return [name, { default: textOf(variable["default"]), enum: textsOf(variable["enum"]), description: textOf(variable["description"]) }];
    }),
  );
}

/** A server URL with the defaults of its variables; `{name}` stays where there is none. */
export function fillVariables(url: string, variables: ServerVariables): string {
  return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => (Object.hasOwn(variables, name) ? (variables[name]?.default ?? whole) : whole));
}

/**
 * What a URL or an AsyncAPI `host` says of the place: protocol and host in lower case, the host with its port where that
 * is not the protocol's own; `null` for what is left open.
 */
export function serverPlace(url: string, protocol: string | null): { protocol: string | null; host: string | null; pathname: string | null; placeholder: boolean } {
  const match = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/)?([^/?#]*)([^?#]*)/i.exec(url.trim());
  const hasAuthority = /^([a-z][a-z0-9+.-]*:)?\/\//i.test(url.trim());
  const relative = url.trim() === "" || /^[/.?#]/.test(url.trim()) && !hasAuthority;
  const scheme = hasAuthority ? (match?.[1]?.toLowerCase() ?? null) : null;
  const authority = relative ? "" : hasAuthority ? (match?.[2] ?? "") : (url.trim().split("/")[0] ?? "");
  const used = protocol?.toLowerCase() ?? scheme;
  const host = hostOf(authority, used);
  const path = relative ? url.trim() : hasAuthority ? (match?.[3] ?? "") : url.trim().slice(authority.length);
  return { protocol: used, host, pathname: path === "" ? null : path, placeholder: isPlaceholderHost(host) };
}

/** Not a real place: nothing, a variable left open, this machine, or a name kept for documentation (RFC 2606, RFC 6761). */
export function isPlaceholderHost(host: string | null): boolean {
  if (host === null || host === "" || /[{}<>$]/.test(host)) return true;
  const name = /^\[(.*)\](:\d+)?$/.exec(host)?.[1] ?? host.replace(/:\d+$/, "").replace(/\.$/, "");
  if (name === "" || name === "::1" || /^(127|0)(\.\d+){3}$/.test(name)) return true;
  if (/(^|\.)(localhost|localdomain|example|test|invalid)$/.test(name)) return true;
  if (/(^|\.)example\.(com|net|org|edu|io|co)$/.test(name)) return true;
  return /^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$|^2001:db8:/.test(name) || /^your[-_.]?(domain|host|server|company|broker|api)|^(host|hostname|server|broker|domain|url|todo|changeme|tbd)$/.test(name);
}

/** A whole server entry from its parts. */
export function serverOf(url: string, parts: { name?: string | null; protocol?: string | null; description?: string | null; variables?: ServerVariables; security?: SecurityRequirement[]; bindings?: Record<string, unknown> | null; pointer: string }): Server {
  const variables = parts.variables ?? {};
  return {
    name: parts.name ?? null, url, ...serverPlace(fillVariables(url, variables), parts.protocol ?? null), description: parts.description ?? null,
    variables, security: parts.security ?? [], bindings: parts.bindings ?? null, pointer: parts.pointer,
  };
}

function hostOf(authority: string, protocol: string | null): string | null {
  const host = authority.replace(/^[^@]*@/, "").toLowerCase();
  if (host === "") return null;
  const own = lookUp({ http: ":80", ws: ":80", https: ":443", wss: ":443" }, protocol);
  return own !== undefined && host.endsWith(own) ? host.slice(0, -own.length) : host;
}
