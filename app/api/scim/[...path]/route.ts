import { serveDirectory } from "#lib/catalog/directory/serve-directory.ts";
import { database } from "#lib/database.ts";
import { env } from "#lib/env.ts";

/** SCIM 2.0: a company's directory says who is in it. */
function handle(request: Request): Promise<Response> {
  return serveDirectory(database(), request, { secret: env().INTERMESH_SECRET, publicUrl: env().PUBLIC_URL });
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
