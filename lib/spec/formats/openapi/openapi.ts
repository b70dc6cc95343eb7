import type { FormatReader } from "../format-reader.ts";

/** OpenAPI 2.0 (Swagger) to 3.2. */
export const openapi: FormatReader = {
  format: "openapi",
  version(root) {
    const version = root["openapi"] ?? root["swagger"];
    return typeof version === "string" || typeof version === "number" ? String(version) : null;
  },
  read: () => null,
  validate() {},
};
