import { Notice } from "../ui/notice.tsx";
import type { Answer } from "./answer.ts";

/** Where PostgreSQL searches rather than Meilisearch: because that does not answer, or because this installation has none. */
export function SearchedBy({ engine, degraded }: Pick<Answer, "engine" | "degraded">) {
  if (engine !== "postgres") return null;
  return (
    <Notice level={degraded ? "warning" : "info"} className="mb-3">
      {degraded
        ? "The search engine does not answer. PostgreSQL searches instead: results are ranked more simply until it is back."
        : "This installation has no Meilisearch, so PostgreSQL searches: large catalogs take longer, and ranking is simpler."}
    </Notice>
  );
}
