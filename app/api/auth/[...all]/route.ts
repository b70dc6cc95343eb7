import { auth } from "#lib/auth/auth.ts";
import { authEndpoint } from "#lib/auth/auth-endpoint.ts";
import { env } from "#lib/env.ts";

async function handle(request: Request): Promise<Response> {
  return authEndpoint(auth(), request, env().PUBLIC_URL);
}

export { handle as GET, handle as POST };
