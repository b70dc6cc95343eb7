import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PreviewSummary } from "./preview-summary.tsx";
import type { Preview } from "./use-comparison.ts";

const consumer = (title: string, verdict: string) => ({ title, verdict });
const comparison = { slug: "orders", line: "default", problem: null, tally: { verdict: "breaking", breaking: 1, risky: 0, info: 0 }, impact: { counts: { broken: 6, "at risk": 1, unknown: 0, unaffected: 0 }, consumers: [...["A", "B", "C", "D", "E", "F"].map((name) => consumer(name, "broken")), consumer("Calm", "at risk")] } };

it("names whom it would break beside the verdict", () => {
  const preview = { state: "ready", items: [{ comparison }], problem: null } as unknown as Preview;
  const text = renderToStaticMarkup(<PreviewSummary preview={preview} />).replaceAll(/<[^>]*>/g, "");
  expect(text).toContain("Broken: A, B, C, D, E and 1 more");
  expect(text).not.toContain("Calm");
});
