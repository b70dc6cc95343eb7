import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { breakable } from "./breakable.tsx";

it("lets a long name break between its parts and changes no letter of it; a short one is but text", () => {
  expect(renderToStaticMarkup(breakable("io.example.kafka.streams.dto.AnotherPayload_v2"))).toBe("io.<wbr/>example.<wbr/>kafka.<wbr/>streams.<wbr/>dto.<wbr/>AnotherPayload_<wbr/>v2");
  expect(renderToStaticMarkup(breakable("receiveAnotherPayloadOfCustomersAndPartners"))).toBe("receive<wbr/>Another<wbr/>Payload<wbr/>Of<wbr/>Customers<wbr/>And<wbr/>Partners");
  expect(breakable("io.example.Order")).toBe("io.example.Order");
  const sentence = "List the repository-level secrets that an organization has";
  expect(breakable(sentence)).toBe(sentence);
});
