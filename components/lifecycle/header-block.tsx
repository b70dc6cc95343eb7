import type { Header } from "#lib/spec/lifecycle/deprecation-headers.ts";
import { CodeBlock } from "../ui/code-block.tsx";
import { ExternalLink } from "../ui/link.tsx";

/** The headers that a service sends with answers of what is deprecated, to copy. */
export function HeaderBlock({ headers }: { headers: Header[] }) {
  if (headers.length === 0) return null;
  return (
    <div className="max-w-[80ch]">
      <p className="mb-2 text-sm text-muted">
        What your service should send with its answers, so that clients notice by themselves (<ExternalLink href="https://www.rfc-editor.org/rfc/rfc9745">RFC 9745</ExternalLink>, <ExternalLink href="https://www.rfc-editor.org/rfc/rfc8594">RFC 8594</ExternalLink>).
      </p>
      <CodeBlock title="Headers" language="http" code={headers.map(({ name, value }) => `${name}: ${value}`).join("\n")} />
    </div>
  );
}
