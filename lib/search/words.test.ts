import { describe, expect, it } from "vitest";
import { eraseParameters, joinWords, shorten, splitWords, stemsOf } from "./words.ts";

describe("words", () => {
  it.each([
    ["createCheckoutSession", "create checkout session"],
    ["line_items", "line items"],
    ["/v1/charges/{charge}/refund", "v1 charges charge refund"],
    ["HTTPServerError", "http server error"],
    ["com.acme.OrderPlaced", "com acme order placed"],
    ["Überweisung-Straße", "uberweisung straße"],
    ["sha256Hash", "sha256 hash"],
  ])("splits %s", (text, words) => expect(splitWords(text).join(" ")).toBe(words));

  it("gives forms of a word one stem, and keeps a name with capitals whole as well", () => {
    expect(stemsOf("refund refunds refunded refunding")).toEqual(["refund"]);
    expect(stemsOf("GitHub")).toEqual(["git", "hub", "github"]);
  });

  it("joins identifiers in every spelling into one word", () => {
    expect(new Set(["line_items", "lineItems", "Line-Items"].map(joinWords))).toEqual(new Set(["lineitems"]));
  });

  it("erases parameters but nothing else", () => {
    expect(eraseParameters("GET /Users/{id}/")).toBe("get /users/{}");
    expect(eraseParameters("GET /")).toBe("get /");
    expect(eraseParameters("urn:order")).toBe("urn:order");
  });

  it("shortens at a word and takes markup out", () => {
    expect(shorten("<b>See</b> [the docs](https://x.test) `now`", 100)).toBe("See the docs now");
    expect(shorten("one two three four", 9)).toBe("one two…");
    expect(shorten("  ", 9)).toBeNull();
  });
});
