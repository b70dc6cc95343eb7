import type { StoredManifest } from "#lib/catalog/manifests/list-manifests.ts";
import { CodeBlock } from "../ui/code-block.tsx";
import { Section } from "../ui/page-header.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";

/** The manifests of a service as they were sent, for those who own it. */
export function ServiceManifests({ manifests }: { manifests: StoredManifest[] }) {
  if (manifests.length === 0) return null;
  return (
    <Section title={manifests.length === 1 ? "Manifest" : "Manifests"} id="manifest">
      <div className="flex flex-col gap-4">
        {manifests.map(({ repository, path, text, sentBy, sentAt }) => (
          <div key={`${repository}#${path}`} className="flex flex-col gap-1">
            <CodeBlock code={text} language="yaml" title={[repository, path].filter(Boolean).join(" ")} />
            <p className="text-xs text-faint">sent by {sentBy}, <RelativeTime date={sentAt} /></p>
          </div>
        ))}
      </div>
    </Section>
  );
}
