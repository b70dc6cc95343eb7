import { describe, expect, it } from "vitest";
import { makeLexicon } from "./lexicon.ts";
import { parseQuery } from "./query.ts";
import { understand } from "./understand.ts";

const counts = new Map(Object.entries({ order: 400, ordre: 2, refund: 30, payment: 200, street: 12, light: 20, oncal: 3, schedul: 9, schedule: 9 }));
const lexicon = makeLexicon(1_000, counts, new Map([["iban", 4]]));
const read = (text: string) => understand(parseQuery(`${text} `), lexicon);
const stemsOf = (text: string) => read(text).terms.flatMap(({ meanings }) => meanings.map(({ stems }) => stems.join(" ")));

describe("understanding a query", () => {
  it("puts a word right that stands nowhere, or is rare beside one much like it", () => {
    expect(read("refnud an order").corrected).toBe("refund an order");
    expect(read("ordre").corrected).toBe("order");
    expect(read("ibann").corrected).toBe("iban");
  });

  it("leaves alone what is right, what is like nothing, what holds digits, and paths", () => {
    for (const text of ["refund order", "xylophones", "orde2", "/refnud/{id}"]) expect(read(text).corrected).toBeNull();
    expect(read("xylophones").terms[0]?.isUnknown).toBe(true);
  });

  it("takes plain English for right, and another form of a word that stands here for no slip", () => {
    const own = makeLexicon(1_000, new Map(Object.entries({ broker: 300, driver: 400, drive: 3, dangerous: 5, danger: 40 })), new Map());
    const corrected = (text: string) => understand(parseQuery(`${text} `), own).corrected;
    expect(corrected("broken")).toBeNull();
    expect(corrected("drives")).toBeNull();
    expect(corrected("dangeros")).toBe("dangerous");
  });

  it("knows words that mean the same, of a mistyped one too, the more alike the better", () => {
    expect(stemsOf("delete")).toContain("remov");
    expect(stemsOf("paymnet")).toContain("charg");
    const [first, ...others] = read("delete").terms[0]?.meanings ?? [];
    expect(others.every(({ quality }) => quality < (first?.quality ?? 0))).toBe(true);
  });

  it("knows what several words mean together", () => {
    const of = (text: string, word: string) => read(text).terms.find((term) => term.word === word)?.meanings.map(({ stems }) => stems.join(" "));
    expect(of("log in to the portal", "log")).toContain("login");
    expect(of("open a pull request", "request")).toContain("pr");
    expect(of("log of requests in june", "log")).not.toContain("login");
  });

  it("takes one word for two and two for one, where the catalog writes them so", () => {
    expect(stemsOf("streetlight")).toContain("street light");
    expect(read("who is on call now").joined.map(({ stem }) => stem)).toEqual(["oncal"]);
  });

  it("knows what is wanted from verbs and questions", () => {
    expect([...read("cancel a booking").intents]).toEqual(["remove"]);
    expect([...read("who is on call").intents]).toContain("read");
    expect([...read("payment intents").intents]).toEqual([]);
  });

  it("weighs rare words more than common ones", () => {
    const [refund, order] = read("refund order").terms;
    expect(refund?.weight).toBeGreaterThan(order?.weight ?? 0);
  });
});
