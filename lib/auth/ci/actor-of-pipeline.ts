import { eq, inArray, sql } from "drizzle-orm";
import { decodeJwt, errors, jwtVerify, type JWTPayload } from "jose";
import type { Database } from "#db/client.ts";
import { ciTrusts } from "#db/schema/people/ci-trusts.ts";
import { UnauthenticatedError } from "../../errors.ts";
import { log } from "../../log.ts";
import type { Token } from "../actor.ts";
import { matches, pipelineOf } from "./ci-claims.ts";
import { keysOf } from "./issuer-keys.ts";

const refused = "This identity token is not accepted: it has ended, was not issued for this server, or no administrator trusts its issuer, repository and ref (Administration, Pipelines).";
// No symmetric algorithm and not `none`: a public key must not be taken for a shared secret (RFC 8725, section 3.1).
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];

/** Whether a bearer token is an identity token and not one of ours. */
export function isIdentityToken(bearer: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(bearer);
}

/**
 * Who a pipeline's identity token speaks for: the teams, or single interfaces of theirs, that administrators mapped its
 * issuer, audience, repository and ref to. It publishes and no more.
 * @throws UnauthenticatedError, one message for every reason; the log has it
 */
export async function actorOfPipeline(db: Database, token: string): Promise<Token> {
  const issuer = issuerOf(token);
  const trusts = issuer === null ? [] : await db.select().from(ciTrusts).where(eq(ciTrusts.issuer, issuer));
  if (issuer === null || trusts.length === 0) throw new UnauthenticatedError(refused);
  const claims = await verify(issuer, token, [...new Set(trusts.map(({ audience }) => audience))]);
  const pipeline = pipelineOf(claims);
  const audiences = [claims.aud ?? []].flat();
  const held = trusts.filter((trust) => pipeline && audiences.includes(trust.audience) && matches(trust.repository, pipeline.repository) && (trust.ref === null || matches(trust.ref, pipeline.ref)));
  const [first] = held;
  if (!pipeline || !first) throw new UnauthenticatedError(refused);
  await db.update(ciTrusts).set({ lastUsedAt: sql`now()` }).where(inArray(ciTrusts.id, held.map(({ id }) => id)));
  const teamIds = [...new Set(held.map(({ teamId }) => teamId))];
  return {
    kind: "token",
    id: first.id,
    name: `${pipeline.repository} at ${pipeline.ref}`,
    scopes: ["publish"],
    teamId: teamIds.length === 1 ? first.teamId : null,
    interfaceId: null,
    makerId: null,
    teams: teamIds.map((id) => ({ id, role: "member" })),
    pipeline: held.map(({ teamId, interfaceId }) => ({ teamId, interfaceId })),
  };
}

function issuerOf(token: string): string | null {
  try {
    return decodeJwt(token).iss ?? null;
  } catch {
    return null;
  }
}

async function verify(issuer: string, token: string, audience: string[]): Promise<JWTPayload> {
  const options = { issuer, audience, algorithms, clockTolerance: 30, requiredClaims: ["exp", "iat"] };
  try {
    try {
      return (await jwtVerify(token, await keysOf(issuer), options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return (await jwtVerify(token, await keysOf(issuer, { isUnknown: true }), options)).payload;
    }
  } catch (cause) {
    log.info({ issuer, reason: cause instanceof Error ? cause.message : String(cause) }, "an identity token was refused");
    throw new UnauthenticatedError(refused);
  }
}
