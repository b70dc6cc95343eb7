/** The generations of OpenAPI that differ in how they are read. */
export type Generation = "2.0" | "3.0" | "3.1" | "3.2";

export type KnownVersion = { written: string; generation: Generation; exact: boolean };

/** What the root says of its version: `null` where it is no OpenAPI document, `generation: null` where no reader comes near it. */
export function openapiVersion(root: Record<string, unknown>): { written: string; generation: Generation | null; exact: boolean } | null {
  const value = root["openapi"] ?? root["swagger"] ?? root["swaggerVersion"];
  // YAML reads `swagger: 2.0` as the number 2.
  const written = typeof value === "number" ? (Number.isInteger(value) ? `${value}.0` : String(value)) : value;
  if (typeof written !== "string") return null;
  const [major = "", minor = ""] = written.trim().split(".");
  if (major === "2") return { written, generation: "2.0", exact: written.trim() === "2.0" };
  if (major !== "3") return { written, generation: null, exact: false };
  if (minor === "0" || minor === "1" || minor === "2") return { written, generation: `3.${minor}`, exact: /^3\.\d\.\d+(-.+)?$/.test(written.trim()) };
  return { written, generation: "3.2", exact: false };
}
