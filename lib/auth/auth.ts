import { database } from "../database.ts";
import { env } from "../env.ts";
import { createAuth, type Auth } from "./create-auth.ts";

const store = globalThis as typeof globalThis & { intermeshAuth?: Auth };

/** better-auth of this process, made at first use. */
export function auth(): Auth {
  store.intermeshAuth ??= createAuth(database(), { secret: env().INTERMESH_SECRET, publicUrl: env().PUBLIC_URL });
  return store.intermeshAuth;
}
