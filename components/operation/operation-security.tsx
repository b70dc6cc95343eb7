import type { SecurityRequirement, SecurityScheme } from "#lib/spec/normalized-spec.ts";
import { Section } from "#components/ui/page-header.tsx";
import { securityWords } from "#lib/spec/outline/security-words.ts";

/** What a caller must bring, one line for each way in. */
export function OperationSecurity({ security, schemes }: { security: SecurityRequirement[]; schemes: SecurityScheme[] }) {
  const ways = [...new Set(securityWords(security, schemes))];
  const open = ways.includes("nothing");
  const needed = ways.filter((way) => way !== "nothing");
  return (
    <Section id="security" title="Access">
      {needed.length === 0 ? (
        <p className="text-sm text-muted">The document asks for no authentication.</p>
      ) : (
        <p className="max-w-[80ch] text-sm">
          Needs {needed.join(", or ")}
          {open ? "; works without too" : ""}.
        </p>
      )}
    </Section>
  );
}
