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
    expect(parseQuery("https://example.com/x").path).toBeNull();
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
