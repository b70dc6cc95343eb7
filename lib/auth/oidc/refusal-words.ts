import type { RefusedSignIn } from "./admit.ts";

const ours: Record<RefusedSignIn, (name: string) => string> = {
  group_overage: (name) => `${name} has more groups for you than it sends along, so it cannot be told which teams are yours. Ask whoever runs ${name} to send only the groups that are assigned to Intermesh, then sign in again.`,
  email_unverified: (name) => `${name} says that your e-mail address is not verified. Verify it there, then sign in again.`,
  deactivated: () => "This account was deactivated. An administrator of Intermesh can bring it back.",
  sign_up_closed: () => "Sign-up is closed: only people who have an account get in. Ask an administrator of Intermesh.",
  mail_domain: () => "Only people with an address of certain mail domains get an account here, and yours is not among them. Ask an administrator of Intermesh.",
};

const others: Record<string, (name: string) => string> = {
  provider_unreachable: (name) => `${name} does not answer, or does not describe itself as expected. Try again in a moment; an administrator finds more in the log.`,
  throttled: () => "Too many people began to sign in from your address. Wait a minute, then try again.",
  access_denied: (name) => `${name} did not let you in, or you turned back. Try again, or ask whoever runs it whether you may use Intermesh.`,
  email_not_found: (name) => `${name} did not say your e-mail address. Ask whoever runs it to send the claim email.`,
  unable_to_get_user_info: (name) => `What ${name} says of you could not be verified. Try again; if it goes on, tell an administrator.`,
};

/** What to say and do when signing in with the company's provider did not end well. `code` is what came back. */
export function refusalWords(code: string, name: string): string {
  const words = ours[code as RefusedSignIn] ?? others[code];
  if (words) return words(name);
  if (/^(state|please_restart|invalid_code|nonce)/.test(code)) return "That sign-in took too long, or was begun in another window. Try again.";
  return `Signing in with ${name} did not work (${code.replace(/[^\w-]/g, "").slice(0, 40)}). Try again; if it goes on, tell an administrator those words.`;
}
