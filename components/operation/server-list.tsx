import type { Server } from "#lib/spec/normalized-spec.ts";
import { Badge } from "#components/ui/badge.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Markdown } from "#components/ui/markdown.tsx";

/** Where it can be reached. */
export function ServerList({ servers }: { servers: Server[] }) {
  if (servers.length === 0) return <p className="text-sm text-muted">The document names no server.</p>;
  return (
    <ul className="border-t border-line text-sm">
      {servers.map((server, index) => (
        <li key={index} className="border-b border-line py-2">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <code className="[overflow-wrap:anywhere]">{server.url}</code>
            <CopyButton text={server.url} label="Copy address of the server" className="size-5" />
            {server.protocol && !server.url.startsWith(`${server.protocol}:`) ? <Badge mono>{server.protocol}</Badge> : null}
            {server.name ? <span className="text-muted">{server.name}</span> : null}
            {server.placeholder ? <span className="text-xs text-faint">a placeholder, not a real address</span> : null}
          </div>
          {server.description ? <Markdown small className="mt-0.5 text-muted" text={server.description} /> : null}
          <Variables variables={server.variables} />
        </li>
      ))}
    </ul>
  );
}

function Variables({ variables }: Pick<Server, "variables">) {
  const entries = Object.entries(variables);
  if (entries.length === 0) return null;
  return (
    <ul className="mt-1 text-xs text-muted">
      {entries.map(([name, variable]) => (
        <li key={name}>
          <code>{`{${name}}`}</code>
          {variable.default === null ? null : (
            <>
              {" is "}
              <code>{variable.default}</code>
              {" unless said otherwise"}
            </>
          )}
          {variable.enum.length > 0 ? <>, one of {variable.enum.join(", ")}</> : null}
          {variable.description ? `. ${variable.description}` : ""}
        </li>
      ))}
    </ul>
  );
}
