import { companyAuth } from "#lib/auth/oidc/company-auth.ts";
import { startCompanySignIn } from "#lib/auth/oidc/start-company-sign-in.ts";
import { localPath } from "#lib/auth/local-path.ts";
import { env } from "#lib/env.ts";

/** Sends the browser to the company's sign-in. */
export async function GET(request: Request): Promise<Response> {
  const next = localPath(new URL(request.url).searchParams.get("next"));
  const auth = await companyAuth();
  const started = auth ? await startCompanySignIn(auth, { headers: request.headers, next, publicUrl: env().PUBLIC_URL }) : { refused: "provider_unreachable" };
  const headers = new Headers({ "cache-control": "no-store", location: "url" in started ? started.url : `/sign-in?${new URLSearchParams({ next, error: started.refused })}` });
  for (const cookie of "url" in started ? started.setCookies : []) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
