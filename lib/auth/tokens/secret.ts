import { createHash, randomBytes } from "node:crypto";

/** A new secret: `im_` and 256 random bits. The prefix lets scanners of repositories recognise a leaked one. */
export function newSecret(): string {
  return `im_${randomBytes(32).toString("base64url")}`;
}

/** What is stored of a secret. One round suffices: 256 random bits cannot be guessed, unlike a password. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** The first characters, which tell tokens apart on a page and give nothing away. */
export function hintOf(secret: string): string {
  return secret.slice(0, 8);
}
