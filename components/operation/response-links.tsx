import { Markdown } from "#components/ui/markdown.tsx";
import { operationUrl } from "#lib/catalog/urls/operation-url.ts";
import type { ResponseLink } from "#lib/spec/outline/response-links.ts";
import type { PagePlace } from "./operation-view.ts";

/** What one can go on with after a response: the operation it leads to, and what of this one to send there. For `Static`. */
export function ResponseLinks({ links, place }: { links: ResponseLink[]; place: PagePlace }) {
  if (links.length === 0) return null;
  return (
    <div className="mt-3">
      <h3 className="mb-1 text-xs font-medium text-muted">Go on with</h3>
      <ul className="flex flex-col gap-2 text-sm">
        {links.map((link) => (
          <li key={link.name} className="[overflow-wrap:anywhere]">
            {link.operation ? (
              <a href={operationUrl({ ...place, key: link.operation.key })} className="text-accent underline decoration-1 underline-offset-3">
                <code>{link.operation.display}</code>
              </a>
            ) : (
              <code>{link.target ?? "an operation that the document does not name"}</code>
            )}
            <span className="text-muted">
              {" "}
              {link.operation?.summary ?? ""} <span className="text-faint">({link.name})</span>
            </span>
            {link.description ? <Markdown text={link.description} small className="text-muted" /> : null}
            {link.values.map((value) => (
              <p key={`${value.in} ${value.name}`} className="text-muted">
                <code>{value.name}</code>
                {value.in ? ` in ${value.in}` : ""}: {value.words}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
