import { auth } from "#lib/auth/auth.ts";
import { authEndpoint } from "#lib/auth/auth-endpoint.ts";
import { companyAuth } from "#lib/auth/oidc/company-auth.ts";
import { companyProvider } from "#lib/auth/oidc/company-provider.ts";
import { problemResponse } from "#lib/api/problem.ts";
import { requestIdOf } from "#lib/auth/request-id-of.ts";
import { env } from "#lib/env.ts";
import { ServiceError } from "#lib/errors.ts";

async function handle(request: Request): Promise<Response> {
  const isCallback = new URL(request.url).pathname.endsWith(`/callback/${companyProvider}`);
  const known = isCallback ? await companyAuth() : auth();
  if (!known) return new Response(null, { status: 303, headers: { location: "/sign-in?error=provider_unreachable" } });
  return authEndpoint(known, request, env().PUBLIC_URL).catch((error: unknown) => {
    if (error instanceof ServiceError) return problemResponse(error, requestIdOf(request.headers));
    throw error;
  });
}

export { handle as GET, handle as POST };
