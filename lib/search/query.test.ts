import { describe, expect, it } from "vitest";
import { parseQuery } from "./query.ts";

const stems = (typed: string) => parseQuery(typed).terms.map(({ stem }) => stem);

describe("parseQuery", () => {
  it("takes filters out of the text, several values and quoted ones too", () => {
    const { text, filters } = parseQuery('refund owner:payments format:asyncapi tag:"Pay outs" kind:operation,channel deprecated:false');
    expect(text).toBe("refund");
    expect(filters).toEqual({ owner: ["payments"], format: ["asyncapi"], tags: ["Pay outs"], kind: ["operation", "channel"], deprecated: ["false"] });
  });

  it("leaves a word before a colon that names no facet in the text", () => {
    expect(parseQuery("urn:order:placed").text).toBe("urn:order:placed");
    expect(parseQuery("urn:order:placed").filters).toEqual({});
  });

  it("erases what parameters of a path are called", () => {
    expect(parseQuery("get /users/{userId}/orders/").path).toEqual({ method: "GET", path: "/users/{}/orders" });
    expect(parseQuery("/users/:id").path).toEqual({ method: null, path: "/users/{}" });
    expect(parseQuery("users").path).toBeNull();
  });

  it("takes a path with values in it for the path of its parameters, with or without server, method and query", () => {
    const likes = (typed: string, identity: string) => parseQuery(typed).like.get(identity) ?? 0;
    expect(likes("/bookings/123", "/bookings/{}")).toBeGreaterThan(0.9);
    expect(likes("GET /users/9f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b/orders", "/users/{}/orders")).toBeGreaterThan(0.9);
    expect(likes("https://api.example.com/v1/bookings/123?x=y", "api.example.com/v1/bookings/{}")).toBeGreaterThan(likes("https://api.example.com/v1/bookings/123?x=y", "/bookings/{}"));
    expect(likes("https://api.example.com/v1/bookings/123?x=y", "/bookings/{}")).toBeGreaterThan(0.8);
    expect(likes("bookings/BK-2391", "/bookings/{}")).toBeGreaterThan(0.9);
    expect(likes("/orders/42.json", "/orders/{}.json")).toBeGreaterThan(0.9);
    expect(likes("/users/alice/repos", "/users/{}/repos")).toBeGreaterThan(0);
    expect(likes("/v1/refunds", "/v1/refunds")).toBeGreaterThan(likes("/v1/refunds", "/v1/{}"));
    expect([...parseQuery("/a/1/b/2/c/3/d/4/e/5/f/6").like.keys()].length).toBeLessThan(1_000);
  });

  it("asks for none of the values of a path, and for none of the words of a host", () => {
    expect(stems("https://api.example.com/v1/bookings/123?x=y")).toEqual(["v1", "book"]);
    expect(stems("/bookings/123")).toEqual(["book"]);
    expect(stems("/123")).toEqual(["123"]);
  });

  it("reads a command as the request that it makes", () => {
    expect(parseQuery("curl -X DELETE 'https://api.example.com/v1/bookings/7' -H 'Accept: */*'").path).toEqual({ method: "DELETE", path: "api.example.com/v1/bookings/7" });
    expect(parseQuery("curl https://api.example.com/v1/bookings -d '{}'").path?.method).toBe("POST");
  });

  it("knows what people call kinds, and what a thing may be", () => {
    expect(parseQuery("kind:event").without).toEqual([{ kind: ["operation"], format: ["openapi"] }]);
    expect(parseQuery("kind:field,api").filters).toEqual({ kind: ["property", "interface"] });
    expect(parseQuery("kind:event,endpoint")).toMatchObject({ filters: { kind: ["operation"] }, without: [] });
    expect(parseQuery("is:deprecated").filters).toEqual({ deprecated: ["true"] });
    expect(parseQuery("is:unowned").filters).toEqual({ owner: [""] });
    expect(parseQuery("owner:Payments").filters).toEqual({ owner: ["payments"] });
  });

  it("leaves out what stands after a minus sign, and takes a minus sign within a word for a part of it", () => {
    expect(parseQuery("refund -card -owner:payments -kind:event -\"credit note\"")).toMatchObject({
      text: "refund", withoutWords: ["card"], withoutPhrases: ["credit note"], without: [{ owner: ["payments"] }, { kind: ["operation"], format: ["asyncapi"] }],
    });
    expect(parseQuery("Idempotency-Key - -1 --x")).toMatchObject({ text: "Idempotency-Key - -1 --x", withoutWords: [] });
  });

  it("keeps what is no filter, and what no value means, for whoever has to say so", () => {
    expect(parseQuery("kind:evnt,operation onwer:x").parts.map(({ typed, facet, unknown }) => [typed, facet, unknown])).toEqual([["kind:evnt,operation", "kind", ["evnt"]], ["onwer:x", null, []]]);
    expect(parseQuery("kind:evnt").filters).toEqual({ kind: [] });
    expect(parseQuery("-kind:evnt").filters).toEqual({});
    expect(parseQuery("urn:order:placed https://a.example/b").parts).toEqual([]);
  });

  it("splits identifiers into words and leaves out words that tell nothing", () => {
    expect(stems("createCheckoutSession")).toEqual(["creat", "checkout", "session"]);
    expect(stems("how do I refund a payment")).toEqual(["refund", "payment"]);
  });

  it("keeps words that tell nothing when there are no others", () => {
    expect(stems("who are you")).toEqual(["who", "are", "you"]);
  });

  it("collects phrases and still searches their words", () => {
    const { phrases, terms } = parseQuery('"bank account" iban');
    expect(phrases).toEqual(["bank account"]);
    expect(terms.map(({ word }) => word)).toEqual(["bank", "account", "iban"]);
  });

  it("takes the last word for unfinished until a space follows", () => {
    expect(parseQuery("list pay").terms.map(({ open }) => open)).toEqual([false, true]);
    expect(parseQuery("list pay ").terms.map(({ open }) => open)).toEqual([false, false]);
  });

  it.each(["", "   ", '"', ":", "{", "/", "owner:", '""', "\u0000", "😀", "((((", "a".repeat(5_000)])("never throws: %j", (typed) => {
    expect(() => parseQuery(typed)).not.toThrow();
  });
});
