import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** What the provider says of someone; `claims` are besides name and address. Whoever signs in types the key. */
export const companyPeople: Record<string, { name: string; email: string; claims: Record<string, unknown> }> = {
  grace: { name: "Grace Hopper", email: "grace@acme.example", claims: { groups: ["eng-timetable", "everyone"] } },
  many: { name: "Many Groups", email: "many@acme.example", claims: { _claim_names: { groups: "src1" }, _claim_sources: { src1: { endpoint: "https://graph.example/groups" } } } },
  leaver: { name: "Lea Leaver", email: "lea@acme.example", claims: { groups: ["eng-timetable"] } },
};

/** A real OpenID Connect provider on a port of its own, with PKCE required. `redirectUri` is where it may send back to. */
export async function startOidcProvider(redirectUri: string): Promise<{ issuer: string; stop: () => Promise<void> }> {
  const server: Server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "intermesh", client_secret: "a secret of the company", redirect_uris: [redirectUri], grant_types: ["authorization_code"], response_types: ["code"] }],
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups", "_claim_names", "_claim_sources"] },
    findAccount: (_ctx: unknown, id: string) => {
      const person = companyPeople[id];
      return person && { accountId: id, claims: () => ({ sub: id, name: person.name, email: person.email, email_verified: true, ...person.claims }) };
    },
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ["a key for tests"] },
    ttl: { Session: 600, Grant: 600, Interaction: 600, AccessToken: 600, IdToken: 600 },
  });
  server.on("request", provider.callback());
  return {
    issuer,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
