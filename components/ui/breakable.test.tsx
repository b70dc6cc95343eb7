import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { breakable } from "./breakable.tsx";

it("lets a long name break between its parts and changes no letter of it; a short one is but text", () => {
  expect(renderToStaticMarkup(breakable("io.example.kafka.dto.AnotherPayload_v2"))).toBe("io.<wbr/>example.<wbr/>kafka.<wbr/>dto.<wbr/>AnotherPayload_<wbr/>v2");
  expect(renderToStaticMarkup(breakable("receiveAnotherPayloadOfCustomers"))).toBe("receive<wbr/>Another<wbr/>Payload<wbr/>Of<wbr/>Customers");
  expect(breakable("io.example.Order")).toBe("io.example.Order");
});
