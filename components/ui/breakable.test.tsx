import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { breakable } from "./breakable.tsx";

it("lets a long name break between its parts and changes no letter of it; a short one is but text", () => {
  const html = renderToStaticMarkup(breakable("io.example.kafka.dto.AnotherPayload_v2"));
  expect(html).toBe("io.<wbr/>example.<wbr/>kafka.<wbr/>dto.<wbr/>Another<wbr/>Payload_<wbr/>v2");
  expect(breakable("io.example.Order")).toBe("io.example.Order");
});
