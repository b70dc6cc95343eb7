import type { SecurityScheme } from "#lib/spec/normalized-spec.ts";
import { Markdown } from "#components/ui/markdown.tsx";
import { Section } from "#components/ui/page-header.tsx";
import { asObject, asText } from "#lib/spec/outline/schema-values.ts";
import { schemeWords } from "#lib/spec/outline/security-words.ts";

/** What callers authenticate with, in words, and the scopes there are. */
export function SecuritySchemes({ schemes }: { schemes: SecurityScheme[] }) {
  if (schemes.length === 0) return null;
  return (
    <Section title="Access" id="access">
      <ul className="border-t border-line text-sm">
        {schemes.map((scheme) => (
          <li key={scheme.name} className="border-b border-line py-2">
            <p>
              <code className="text-xs text-muted [overflow-wrap:anywhere]">{scheme.name}</code>
              <span className="ml-2">{capital(schemeWords(scheme))}</span>
            </p>
            {scheme.description ? <Markdown small className="mt-0.5 text-muted" text={scheme.description} /> : null}
            <Scopes scopes={scopesOf(scheme)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Scopes({ scopes }: { scopes: [string, string][] }) {
  if (scopes.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="text-xs text-muted hover:text-fg">{scopes.length === 1 ? "1 scope" : `${scopes.length} scopes`}</summary>
      <dl className="mt-1 grid grid-cols-[minmax(0,auto)_1fr] gap-x-4 gap-y-0.5 text-xs">
        {scopes.map(([name, description]) => (
          <div key={name} className="contents">
            <dt>
              <code className="[overflow-wrap:anywhere]">{name}</code>
            </dt>
            <dd className="text-muted">{description}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** OpenAPI 3: `flows.*.scopes` (AsyncAPI 3: `availableScopes`); OpenAPI 2: `scopes`. */
function scopesOf({ definition }: SecurityScheme): [string, string][] {
  const flows = Object.values(asObject(definition.flows) ?? {});
  const maps = [definition.scopes, ...flows.flatMap((flow) => [asObject(flow)?.scopes, asObject(flow)?.availableScopes])];
  const all = maps.flatMap((map) => Object.entries(asObject(map) ?? {}).map(([name, text]): [string, string] => [name, asText(text) ?? ""]));
  return [...new Map(all)];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
