import { expect, it } from "vitest";
import { sameContent } from "./same-content.ts";

const document = (path: string, text: string) => ({ files: [{ path, bytes: new TextEncoder().encode(text) }] });
const yaml = "# Parcels\nopenapi: 3.1.0\ninfo: {title: Parcels, version: '1.0'}\npaths: {}\n";

it("takes YAML and JSON of the same values for the same, and other words for others", () => {
  const json = JSON.stringify({ paths: {}, info: { version: "1.0", title: "Parcels" }, openapi: "3.1.0" });
  expect(sameContent(document("api.yaml", yaml), document("api.json", json))).toBe(true);
  expect(sameContent(document("api.yaml", yaml), document("api.yaml", yaml.replace("title: Parcels", "title: Parcel")))).toBe(false);
});
