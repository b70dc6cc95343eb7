import { describe, expect, it } from "vitest";
import { channelUrl, decodeSchemaName, interfaceUrl, schemaUrl, versionUrl } from "./entity-url.ts";
import { decodeSegment } from "./operation-url.ts";

describe("entity url", () => {
  it("calls a schema of the usual place by its name", () => {
    expect(schemaUrl({ slug: "orders", id: "#/components/schemas/Order" })).toBe("/interfaces/orders/schemas/Order");
    expect(schemaUrl({ slug: "orders", id: "#/definitions/Order", version: 2 })).toBe("/interfaces/orders/schemas/Order?version=2");
  });

  it.each(["#/components/schemas/Order", "#/components/schemas/a~1b", "common/money.yaml#/Money", "#/paths/~1a/get/responses/200/content/x/schema", "common/money.yaml#"])(
    "finds the schema %j again from its address",
    (id) => {
      const segment = schemaUrl({ slug: "orders", id }).split("/").at(-1) ?? "";
      expect(decodeSchemaName(segment).ids).toContain(id);
    },
  );

  it("keeps slashes and braces of a channel's id in one segment", () => {
    const url = channelUrl({ slug: "orders", id: "orders/{id}/placed" });
    expect(decodeSegment(url.split("/").at(-1) ?? "")).toBe("orders/{id}/placed");
  });

  it("pins line and version", () => {
    expect(versionUrl({ slug: "a", line: "v2", version: 7 })).toBe("/interfaces/a/versions/7?line=v2");
    expect(interfaceUrl({ slug: "a", tab: "reference", version: 7 })).toBe("/interfaces/a/reference?version=7");
  });
});
