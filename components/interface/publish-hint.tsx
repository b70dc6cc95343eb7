import { ButtonLink } from "../ui/button.tsx";
import { CodeBlock } from "../ui/code-block.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

/** Nothing here: how to bring the first document in, by page or from a terminal. */
export function PublishHint({ title }: { title: string }) {
  return (
    <EmptyState title={title} action={<ButtonLink href="/publish" variant="primary">Publish a document</ButtonLink>}>
      <p>Drop an OpenAPI or AsyncAPI document on the publish page, or bring in a whole folder from a terminal:</p>
      <CodeBlock className="mt-3" code={"npx intermesh publish openapi.yaml\nnpx intermesh import ./specs"} />
    </EmptyState>
  );
}
