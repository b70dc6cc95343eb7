import type { MeshChoices } from "#lib/catalog/graph/list-mesh.ts";
import { meshHref, type MeshQuery } from "#lib/catalog/graph/mesh-query-words.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { MeshFilterBar } from "./mesh-filter-bar.tsx";

/** In place of the mesh where its address means nothing: what is wrong with it, and how to go on. */
export function MeshRefused({ fault, query, choices }: { fault: string; query: MeshQuery; choices: MeshChoices }) {
  return (
    <Page>
      <PageHeader title="Mesh" lead="Nothing is shown, since a part of the address means nothing." />
      <MeshFilterBar query={query} choices={choices} />
      <Notice level="error" className="mb-4">{fault}</Notice>
      <ButtonLink href={meshHref({ ...query, filters: {} })}>Go on without filters</ButtonLink>
    </Page>
  );
}
