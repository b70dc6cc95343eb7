import { CodeBlock } from "#components/ui/code-block.tsx";

/** Settings of a protocol, by protocol: partitions, queues, quality of service. */
export function BindingsList({ bindings }: { bindings: Record<string, unknown> | null }) {
  const entries = Object.entries(bindings ?? {});
  if (entries.length === 0) return null;
  return (
    <details className="mt-3">
      <summary className="s-more">Settings for {entries.map(([protocol]) => protocol).join(", ")}</summary>
      <CodeBlock isStatic className="mt-2" language="json" code={JSON.stringify(bindings, null, 2)} />
    </details>
  );
}
