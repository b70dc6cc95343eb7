import { passwordCharactersMin, type Auth } from "./create-auth.ts";
import { forwardToAuth, type SessionCookie } from "./forward-to-auth.ts";

export type ChangedPassword = { ok: true; cookies: SessionCookie[] } | { ok: false; message: string; field?: "current" | "password" };

/** Changes the password of whoever is signed in; every other session ends. Answers with the cookies of the new one. */
export async function changePassword(auth: Auth, input: { current: string; password: string; headers: Headers; publicUrl: string | undefined }): Promise<ChangedPassword> {
  if (input.password.length < passwordCharactersMin) return { ok: false, field: "password", message: `At least ${passwordCharactersMin} characters.` };
  if (input.password.length > 128) return { ok: false, field: "password", message: "At most 128 characters." };
  const body = { currentPassword: input.current, newPassword: input.password, revokeOtherSessions: true };
  const { response, cookies } = await forwardToAuth(auth, "/change-password", { ...input, body, withCookie: true });
  if (response.status === 429) return { ok: false, message: "Too many attempts. Wait a minute, then try again." };
  if (response.status === 400 || response.status === 401) return { ok: false, field: "current", message: "This is not your present password." };
  if (!response.ok) throw new Error(`Changing a password answered ${response.status}.`);
  return { ok: true, cookies };
}
