import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from "jose";

export type LocalIssuer = Awaited<ReturnType<typeof startIssuer>>;

/** For tests: an issuer of identity tokens on this machine, as GitHub's and GitLab's are. */
export async function startIssuer() {
  const keys = await generateKeyPair("RS256", { extractable: true });
  const kid = "one";
  let asked = 0;
  const server = createServer(async (request, response) => {
    asked++;
    const body = request.url?.startsWith("/.well-known") ? { issuer: url, jwks_uri: `${url}/keys` } : { keys: [{ ...(await exportJWK(keys.publicKey)), kid, alg: "RS256", use: "sig" }] };
    response.setHeader("content-type", "application/json").end(JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests: () => asked,
    /** A token of its own, or, with `key`, of somebody else's key under its name. */
    issue: (claims: JWTPayload, { key = keys.privateKey, expires = "5m" }: { key?: CryptoKey; expires?: string } = {}) =>
      new SignJWT({ iss: url, ...claims }).setProtectedHeader({ alg: "RS256", kid }).setIssuedAt().setExpirationTime(expires).sign(key),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
