/** `1,493 operations`; `12 of 1,493` while something is asked for. */
export function countWords(count: number, total: number, noun: string, query: string): string {
  const all = total.toLocaleString("en");
  return query.trim() === "" ? `${all} ${noun}${total === 1 ? "" : "s"}` : `${count.toLocaleString("en")} of ${all}`;
}
