import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Field, Textarea } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { CheckVerdict } from "./check-verdict.tsx";
import { PublishOptionsForm } from "./publish-options-form.tsx";
import { PublishTarget } from "./publish-target.tsx";
import type { UploadOptions } from "./send-upload.ts";
import type { Check } from "./use-check.ts";
import type { Preview } from "./use-comparison.ts";
import type { PublishState } from "./use-publish.ts";

/** What may be chosen, and whether one may publish at all. */
export type PublishChoices = { signedIn: boolean; mayPublish: boolean; teams: { slug: string; name: string }[]; services: { slug: string; name: string }[] };

type Props = { check: Check; preview: Preview; choices: PublishChoices; options: UploadOptions; onOptions: (options: UploadOptions) => void; publish: PublishState; onPublish: () => void; started: boolean };

/** What was read, where it would go, and the button. */
export function PublishPanel({ check, preview, choices, options, onOptions, publish, onPublish, started }: Props) {
  const unreadable = check.state === "failed" || check.documents.some((document) => !document.readable);
  const undecided = check.documents.some((document) => document.target?.kind === "ambiguous");
  const errors = check.documents.reduce((sum, document) => sum + document.errorCount, 0);
  const sending = publish.step === "sending";
  const breaking = preview.items.some(({ comparison }) => comparison?.tally.verdict === "breaking");
  const reason = blockedBy({ check, choices, unreadable, undecided, started }) ?? (breaking && options.reason.trim().length < 3 ? "It breaks what clients rely on: say why first." : null);
  const isNew = check.documents.some((document) => document.target?.kind === "new");
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason === null && !sending) onPublish();
      }}
    >
      {choices.mayPublish ? null : <SignInNotice signedIn={choices.signedIn} />}
      <CheckVerdict check={check} started={started} />
      <PublishTarget check={check} options={options} onOptions={onOptions} />
      <PublishOptionsForm choices={choices} options={options} onOptions={onOptions} isNew={isNew || !started} />
      {breaking ? (
        <Field id="reason" label="Why is it published all the same?" hint="Consumers read it next to what broke.">
          <Textarea id="reason" value={options.reason} maxLength={2_000} onChange={(event) => onOptions({ ...options, reason: event.target.value })} aria-describedby="reason-note" />
        </Field>
      ) : null}
      {publish.step === "refused" ? <Refused publish={publish} /> : null}
      <div className="flex flex-col gap-1">
        <Button type="submit" variant="primary" className="self-start" disabled={sending || reason !== null} aria-describedby="publish-reason">
          {sending ? "Publishing…" : errors > 0 && !unreadable ? `Publish with ${errors.toLocaleString("en")} ${errors === 1 ? "error" : "errors"}` : "Publish"}
        </Button>
        <p id="publish-reason" className="text-xs text-faint">
          {reason ?? (errors > 0 ? "It breaks its specification but can be understood, so it may be published; the page will say that it is not valid." : "")}
        </p>
        {sending ? <progress className="h-1 w-full" max={1} value={publish.share} aria-label="Sent so far" /> : null}
      </div>
    </form>
  );
}

function blockedBy({ check, choices, unreadable, undecided, started }: { check: Check; choices: PublishChoices; unreadable: boolean; undecided: boolean; started: boolean }): string | null {
  if (!started) return "There is nothing to publish yet.";
  if (!choices.mayPublish) return "You may not publish yet; see above.";
  if (check.state === "checking" || check.state === "idle") return "It is being read.";
  if (unreadable) return "It cannot be understood yet: mend what the findings say.";
  return undecided ? "Say first which interface it is." : null;
}

function Refused({ publish: { problem } }: { publish: Extract<PublishState, { step: "refused" }> }) {
  return (
    <Notice level="error">
      {problem.detail}
      {problem.status === 401 ? (
        <>
          {" "}
          <a className="underline" href="/sign-in?next=/publish">
            Sign in
          </a>
          ; what you wrote is kept.
        </>
      ) : null}
    </Notice>
  );
}

function SignInNotice({ signedIn }: { signedIn: boolean }) {
  if (signedIn) return <Notice level="warning">You can have a document read here, but to publish it you need to be a member of a team. Ask an administrator to add you to one.</Notice>;
  return (
    <Notice>
      <p>You can have a document read here without signing in. To publish it, sign in: what you wrote is kept.</p>
      <ButtonLink size="sm" className="mt-2" href="/sign-in?next=/publish" prefetch={false}>
        Sign in
      </ButtonLink>
    </Notice>
  );
}
