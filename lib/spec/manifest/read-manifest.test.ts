import { expect, it } from "vitest";
import { readManifestFile } from "./read-manifest.ts";

const read = (text: string) => readManifestFile(new TextEncoder().encode(text));

it("reads YAML and JSON", () => {
  expect(read("service: shop\nconsumes: [{interface: parcels, uses: [{operation: GET /a}]}]\n")).toMatchObject({ manifest: { service: "shop" }, diagnostics: [] });
  expect(read('{"service": "shop"}')).toMatchObject({ manifest: { service: "shop" }, diagnostics: [] });
});

it("says what is wrong by line and column, and reads what can be read", () => {
  expect(read("consumes: 3\n")).toMatchObject({ manifest: null, diagnostics: [{ severity: "error", pointer: "/service", line: 1 }, { severity: "error", pointer: "/consumes", line: 1, column: 1 }] });
  expect(read("service: shop\nconsumes:\n\t- interface: a\n")).toMatchObject({ manifest: null, diagnostics: [{ severity: "error", line: 3 }] });
  expect(read("service: shop\nteam: me\n")).toMatchObject({ manifest: { service: "shop" }, diagnostics: [{ severity: "warning", code: "manifest-unknown-member", line: 2, column: 1 }] });
});
