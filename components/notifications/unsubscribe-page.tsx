import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";

/** Ends or mutes a subscription from an e-mail, without signing in. */
export function UnsubscribePage({ link, change }: { link: string; change: FormAction }) {
  return (
    <Page>
      <PageHeader title="This subscription" lead="You came from an e-mail of Intermesh. Nobody needs to sign in for this. What your team follows ends for you alone." />
      <div className="flex flex-col gap-4">
        <ActionForm action={change} values={{ link, change: "end" }} button="End it" variant="primary" />
        <ActionForm action={change} values={{ link, change: "mute", days: 30 }} button="Mute it for 30 days" />
      </div>
    </Page>
  );
}
