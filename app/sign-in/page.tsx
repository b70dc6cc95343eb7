import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CompanySignIn } from "#components/auth/company-sign-in.tsx";
import { Door } from "#components/auth/door.tsx";
import { SignInForm } from "#components/auth/sign-in-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { localPath } from "#lib/auth/local-path.ts";
import { oidcSettings } from "#lib/auth/oidc/oidc-settings.ts";
import { refusalWords } from "#lib/auth/oidc/refusal-words.ts";
import { visitorContext } from "#lib/auth/request-context.ts";
import { hasAdministrator } from "#lib/auth/setup/has-administrator.ts";
import { installationSettings } from "#lib/auth/settings.ts";
import { signInAction } from "./sign-in-action.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, error } = await searchParams;
  const target = localPath(typeof next === "string" ? next : null);
  const ctx = await visitorContext();
  if (ctx.actor.kind === "person") redirect(target);
  const company = oidcSettings();
  const [{ signUp }, isRun] = await Promise.all([installationSettings(ctx.db), hasAdministrator(ctx.db)]);
  return (
    <Door title="Sign in" lead={isRun ? undefined : "Nobody has an account yet. The first one is the administrator's: open the link that Intermesh printed when it was started."}>
      <div className="flex flex-col gap-5">
        {typeof error === "string" ? <Notice level="error">{refusalWords(error, company?.name ?? "the company's sign-in")}</Notice> : null}
        {company ? <CompanySignIn name={company.name} next={target} /> : null}
        <SignInForm action={signInAction} next={target} />
        {signUp === "domain" ? (
          <p className="text-sm text-muted">
            No account yet? <Link href="/sign-up" look="text">Ask for one</Link> with your company address.
          </p>
        ) : isRun ? (
          <p className="text-sm text-muted">No account yet? An administrator, or a maintainer of your team, invites you.</p>
        ) : null}
      </div>
    </Door>
  );
}
