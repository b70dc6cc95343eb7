import { CodeBlock } from "../ui/code-block.tsx";
import { Link } from "../ui/link.tsx";
import { Section } from "../ui/page-header.tsx";

/** The two ways in: by hand, and from a pipeline. */
export function HowToPublish() {
  return (
    <Section title="Publish yours">
      <p className="mb-2 text-sm text-muted">
        <Link href="/publish" look="text">
          Drop a document
        </Link>{" "}
        and mend it there, or publish from a terminal or CI:
      </p>
      <CodeBlock small code="npx intermesh publish openapi.yaml" />
    </Section>
  );
}
