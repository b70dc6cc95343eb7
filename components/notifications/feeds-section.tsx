import type { FeedToken } from "#lib/auth/feed-tokens/list-feed-tokens.ts";
import { ActionForm, type FormAction } from "../ui/action-form.tsx";
import { Input } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";
import { Section } from "../ui/page-header.tsx";
import { FeedTokenList } from "./feed-token-list.tsx";

/** Private addresses of feeds: what they are, those there are, and a new one. */
export function FeedsSection({ tokens, change }: { tokens: FeedToken[]; change: FormAction }) {
  return (
    <Section title="Private feeds" count={tokens.length || null} id="feeds">
      <p className="mb-3 max-w-[80ch] text-sm text-muted">
        Interfaces, teams, domains and the whole mesh have an Atom feed each (<code>/changes.atom</code>, <code>/teams/NAME/changes.atom</code> …). A reader of feeds cannot sign in: the secret of a private address, <code className="whitespace-nowrap">?token=…</code> behind any of them, shows what you may see at that moment and opens nothing else.
      </p>
      {tokens.length > 0 ? <FeedTokenList items={tokens} change={change} /> : null}
      <ActionForm action={change} values={{ change: "add" }} button="Make a private address" className="mt-4 max-w-md">
        <FormField id="feed-name" name="name" label="For which reader" hint="The address is shown once.">
          <Input id="feed-name" name="name" maxLength={100} required placeholder="My feed reader" aria-describedby="feed-name-note" />
        </FormField>
      </ActionForm>
    </Section>
  );
}
