import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { guardedFetch } from "#lib/http/guarded-fetch.ts";

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });
const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) });

type Known = { at: number; keys: JWTVerifyGetKey };
const known = new Map<string, Known>();
const freshMs = 10 * 60_000;
// A token with an unknown key asks again, but no flood of such tokens asks more often than this.
const pauseMs = 30_000;

/**
 * The keys of an issuer, found by OpenID Connect Discovery 1.0 (section 4) and kept for ten minutes; asked for again when
 * `isUnknown`, since issuers change their keys. Only issuers that an administrator named get here, so internal ones may be asked.
 * @throws Error when the issuer does not answer as it should
 */
export async function keysOf(issuer: string, { isUnknown = false } = {}): Promise<JWTVerifyGetKey> {
  const held = known.get(issuer);
  if (held && Date.now() - held.at < (isUnknown ? pauseMs : freshMs)) return held.keys;
  const discovery = Discovery.parse(await readJson(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`));
  if (discovery.issuer !== issuer) throw new Error(`${issuer} calls itself ${discovery.issuer}.`);
  const keys = createLocalJWKSet(Keys.parse(await readJson(discovery.jwks_uri)) as JSONWebKeySet);
  known.set(issuer, { at: Date.now(), keys });
  return keys;
}

async function readJson(url: string): Promise<unknown> {
  const { status, bytes, cut } = await guardedFetch({ url, headers: { accept: "application/json" }, timeoutMs: 5_000, bytesMax: 256 * 1024, allowInternal: true });
  if (status !== 200 || cut) throw new Error(`${url} answered ${status}.`);
  return JSON.parse(new TextDecoder().decode(bytes));
}
