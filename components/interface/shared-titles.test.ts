import { expect, test } from "vitest";
import { sharedTitles } from "./shared-titles.ts";

test("finds titles of several interfaces, not those of several versions of one", () => {
  const items = [
    { slug: "orders", title: "Order API" },
    { slug: "orders-2", title: "Order API" },
    { slug: "billing", title: "Billing" },
    { slug: "billing", title: "Billing" },
  ];
  expect([...sharedTitles(items)]).toEqual(["Order API"]);
});
