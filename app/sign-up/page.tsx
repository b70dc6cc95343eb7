import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Door } from "#components/auth/door.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Input } from "#components/ui/field.tsx";
import { FormField } from "#components/ui/form-field.tsx";
import { Link } from "#components/ui/link.tsx";
import { visitorContext } from "#lib/auth/request-context.ts";
import { installationSettings } from "#lib/auth/settings.ts";
import { requestAccountAction } from "./request-account-action.ts";

export const metadata: Metadata = { title: "Ask for an account" };

export default async function SignUpPage() {
  const { signUp, mailDomains } = await installationSettings((await visitorContext()).db);
  if (signUp !== "domain") notFound();
  return (
    <Door title="Ask for an account" lead={`For people with an address of ${mailDomains.join(", ")}: a link goes there, and lets you in once.`}>
      <ActionForm action={requestAccountAction} button="Send me a link" variant="primary" className="w-full [&>button]:w-full [&>div]:w-full">
        <FormField id="email" label="E-mail" name="email">
          <Input id="email" name="email" type="email" autoComplete="username" required />
        </FormField>
      </ActionForm>
      <p className="text-sm text-muted">
        Have one already? <Link href="/sign-in" look="text">Sign in</Link>
      </p>
    </Door>
  );
}
