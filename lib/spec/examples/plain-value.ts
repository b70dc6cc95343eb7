import type { MergedSchema } from "./merged-schema.ts";
import { textForPattern } from "./text-for-pattern.ts";

/** A number within its limits; `variant` gives others. */
export function numberFor({ limits, multiples }: MergedSchema, isInteger: boolean, variant = 0): number {
  const step = multiples.reduce((a, b) => (b % a === 0 ? b : a % b === 0 ? a : a * b), multiples[0] ?? (isInteger ? 1 : 0));
  const unit = step || (isInteger ? 1 : 0.5);
  const low = limits.minimum !== null && (limits.above === null || limits.minimum > limits.above) ? limits.minimum : limits.above === null ? null : limits.above + unit;
  const high = limits.maximum !== null && (limits.below === null || limits.maximum < limits.below) ? limits.maximum : limits.below === null ? null : limits.below - unit;
  if (!isInteger && step === 0 && limits.above !== null && limits.below !== null && limits.below - limits.above <= 1) return (limits.above + limits.below) / 2;
  const start = low ?? (high !== null && high < 1 ? high : 1);
  const wished = low !== null || high === null || high >= 1 ? start + variant * (unit || 1) : start - variant * (unit || 1);
  if (step === 0) return isInteger ? Math.ceil(wished) : Math.min(wished, high ?? wished);
  const stepped = Math.ceil(wished / step - 1e-9) * step;
  // 3 × 0.1 is not 0.3.
  return Number(stepped.toPrecision(12));
}

/** A text of its format, pattern and length; `variant` gives others. */
export function textFor({ formats, patterns, limits }: MergedSchema, name: string, variant = 0): string {
  const least = limits.minLength ?? 0;
  const most = limits.maxLength ?? Number.POSITIVE_INFINITY;
  const pattern = patterns[0];
  if (pattern !== undefined) {
    const shortest = textForPattern(pattern, { lengthMin: Math.min(least, 1000) });
    const text = variant === 0 ? shortest : textForPattern(pattern, { lengthMin: (shortest?.length ?? 0) + variant, alternative: variant });
    if (text !== null) return text;
  }
  const known = formats.map((format) => byFormat[format]).find((text) => text !== undefined);
  if (known !== undefined) return variant === 0 ? known : other(known, formats[0] ?? "", variant);
  const text = (name === "" ? "text" : name.replaceAll("_", " ")) + (variant === 0 ? "" : ` ${variant + 1}`);
  return [...text.padEnd(Math.min(least, 5000), "x")].slice(0, Math.max(Math.min(most, 5000), 0)).join("");
}

function other(text: string, format: string, variant: number): string {
  if (format === "uuid") return text.slice(0, -1) + ((variant + 1) % 10);
  if (format === "ipv4") return text.replace(/\d+$/, String(variant + 1));
  if (format.startsWith("date")) return text.replace("-31", `-${String(30 - (variant % 28)).padStart(2, "0")}`);
  if (format === "email") return text.replace("ada", `ada${variant + 1}`);
  return format === "uri" || format === "url" ? `${text}${variant + 1}` : text;
}

const byFormat: Record<string, string> = {
  "date-time": "2026-01-31T09:30:00Z",
  "iso-date-time": "2026-01-31T09:30:00Z",
  date: "2026-01-31",
  time: "09:30:00Z",
  "iso-time": "09:30:00Z",
  duration: "PT15M",
  uuid: "3f2b1c9e-5d84-4c1a-9b0e-7a6d5c4b3a21",
  email: "ada@example.com",
  "idn-email": "ada@example.com",
  uri: "https://example.com/",
  url: "https://example.com/",
  iri: "https://example.com/",
  "uri-reference": "/things/1",
  "iri-reference": "/things/1",
  "uri-template": "/things/{id}",
  hostname: "example.com",
  "idn-hostname": "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  "json-pointer": "/things/0",
  "json-pointer-uri-fragment": "#/things/0",
  "relative-json-pointer": "1/things",
  regex: "^[a-z]+$",
  byte: "aGVsbG8=",
};
