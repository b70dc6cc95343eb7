import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Input } from "#components/ui/field.tsx";
import { FormField } from "#components/ui/form-field.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Page } from "#components/ui/page.tsx";
import { visitorContext } from "#lib/auth/request-context.ts";
import { installationSettings } from "#lib/auth/settings.ts";
import { requestAccountAction } from "./request-account-action.ts";

export const metadata: Metadata = { title: "Ask for an account" };

export default async function SignUpPage() {
  const { signUp, mailDomains } = await installationSettings((await visitorContext()).db);
  if (signUp !== "domain") notFound();
  return (
    <Page>
      <PageHeader title="Ask for an account" lead={`For people with an address of ${mailDomains.join(", ")}: a link goes there, and lets you in once.`} />
      <ActionForm action={requestAccountAction} button="Send me a link" variant="primary" className="w-full max-w-sm [&>div]:w-full">
        <FormField id="email" label="E-mail" name="email">
          <Input id="email" name="email" type="email" autoComplete="username" required />
        </FormField>
      </ActionForm>
    </Page>
  );
}
