import type { Position } from "../ui/highlight.tsx";
import type { Result } from "./answer.ts";
import { excerpt } from "./excerpt.ts";

/**
 * The one line beside a result's name: its title, or its description where that has the matched words and the title has
 * not, or where the title says nothing new.
 */
export function subtitleOf({ key, name, title, summary, highlights }: Result): { text: string; positions: Position[] } | null {
  const titleSays = title !== "" && title !== key && title !== name && !summary?.startsWith(title);
  const summaryMatches = Boolean(highlights.summary?.length) && !highlights.title?.length;
  if (summary && (!titleSays || summaryMatches)) return excerpt(summary, highlights.summary);
  return titleSays ? excerpt(title, highlights.title) : null;
}
