import { ButtonLink } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Section } from "#components/ui/page-header.tsx";
import type { InterfaceHead } from "./interface-head.ts";

/** How to fetch the document as it was published. */
export function RawDocument({ head, origin }: { head: InterfaceHead; origin: string }) {
  const { slug, version } = head.place;
  const path = `/api/v1/interfaces/${encodeURIComponent(slug)}/versions/${version ?? "latest"}/spec${head.line === "default" ? "" : `?line=${encodeURIComponent(head.line)}`}`;
  return (
    <Section title="The document itself" id="document">
      <CodeBlock title="Fetch it" code={`curl -L ${/[?&]/.test(path) ? `'${origin}${path}'` : `${origin}${path}`}`} />
      <p className="mt-2">
        <ButtonLink size="sm" prefetch={false} href={path} download>
          Download {head.version.label}
        </ButtonLink>
      </p>
    </Section>
  );
}
