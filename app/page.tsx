import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export default function HomePage() {
  return (
    <Page>
      <PageHeader title="Home" />
    </Page>
  );
}
