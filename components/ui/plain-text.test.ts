import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test("leaves the text of Markdown and nothing of its marks", () => {
  expect(plainText("Prices by rail. A **tariff** is _published_, see [the list](https://example.com/x) and `GET /tariffs`.")).toBe(
    "Prices by rail. A tariff is published, see the list and GET /tariffs.",
  );
  expect(plainText("# Orders\n\n> Places <b>orders</b>\n- one")).toBe("Orders Places orders one");
});

test("leaves identifiers alone", () => {
  expect(plainText("snake_case_name and 2 * 3 * 4")).toBe("snake_case_name and 2 * 3 * 4");
});
