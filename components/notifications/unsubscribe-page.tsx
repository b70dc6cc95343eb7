import type { NamedLink } from "#lib/catalog/subscriptions/name-of-link.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Page } from "../ui/page.tsx";

/** Ends or mutes from an e-mail what told of it, without signing in. */
export function UnsubscribePage({ link, named, change }: { link: string; named: NamedLink; change: FormAction }) {
  if (named.ended) {
    return (
      <Page>
        <PageHeader title="This subscription has ended" lead="You are not told of it any more." />
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader title={named.name ?? "This subscription"} lead={named.isTopic ? "You came from an e-mail of Intermesh. Such news reaches you whatever you follow; without e-mail it is in your inbox alone." : "You came from an e-mail of Intermesh. Nobody needs to sign in for this. What your team follows ends for you alone."} />
      <div className="flex flex-col gap-4">
        <ActionForm action={change} values={{ link, change: "end" }} button={named.isTopic ? "No e-mail of this kind" : "End it"} variant="primary" />
        {named.isTopic ? <ActionForm action={change} values={{ link, change: "again" }} button="Send it by e-mail again" /> : <ActionForm action={change} values={{ link, change: "mute", days: 30 }} button="Mute it for 30 days" />}
      </div>
    </Page>
  );
}
