import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SearchedBy } from "./searched-by.tsx";

const said = (engine: "meilisearch" | "postgres", degraded: boolean) => renderToStaticMarkup(<SearchedBy engine={engine} degraded={degraded} />).replace(/<[^>]*>/g, "");

test("says that PostgreSQL searches, and why, and nothing while Meilisearch does", () => {
  expect(said("meilisearch", false)).toBe("");
  expect(said("postgres", true)).toMatch(/^The search engine does not answer\./);
  expect(said("postgres", false)).toMatch(/^This installation has no Meilisearch/);
});
