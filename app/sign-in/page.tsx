import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "#components/auth/sign-in-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Page } from "#components/ui/page.tsx";
import { localPath } from "#lib/auth/local-path.ts";
import { visitorContext } from "#lib/auth/request-context.ts";
import { signInAction } from "./sign-in-action.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next } = await searchParams;
  const target = localPath(typeof next === "string" ? next : null);
  const ctx = await visitorContext();
  if (ctx.actor.kind === "person") redirect(target);
  return (
    <Page>
      <PageHeader title="Sign in" lead="The first account is the administrator's; it is made with the link that npm start prints." />
      <SignInForm action={signInAction} next={target} />
    </Page>
  );
}
