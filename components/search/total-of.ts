import type { Answer } from "./answer.ts";
import { listedMax } from "./results-shown.ts";

/** How many there are, and, where not all of them can be listed or counted, that. */
export function totalOf({ total, totalIsCapped }: Pick<Answer, "total" | "totalIsCapped">): string {
  const many = `${total.toLocaleString("en")} ${total === 1 ? "result" : "results"}`;
  if (!totalIsCapped) return many;
  return total > listedMax ? `${many}, the first ${listedMax.toLocaleString("en")} of which are listed: narrow them to see others` : `More than ${many}: narrow them to see others`;
}
