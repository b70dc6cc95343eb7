import { ValidationError } from "#lib/errors.ts";

// Private keys, cloud keys, tokens of known makers, JSON web tokens, and passwords in so many words.
const secret = /-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\b(?:gh[pousr]_|glpat-|xox[abpr]-|[srp]k_(?:live|test)_|im_)[A-Za-z0-9_-]{16,}|\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*|\b(?:password|passwort|secret|api[-_ ]?key)\s*[:=]\s*\S{6,}/i;

/** Keeps secrets out of what people write for each other. @throws ValidationError for what looks like one, naming its field */
export function refuseSecrets(texts: Readonly<Record<string, string | null | undefined>>): void {
  for (const [field, text] of Object.entries(texts)) {
    if (text && secret.test(text)) throw new ValidationError("This looks like a secret, and none are kept here.", { [field]: "Say where credentials are to be had, not the credentials themselves." });
  }
}
