/** Asks where a field was that the address names and the page lacks, and says so on top of the part: `data-gone-field` is where to ask. */
export async function tellGoneField(wanted: string): Promise<void> {
  const part = document.querySelector<HTMLElement>("[data-gone-field]");
  if (!part || !/^(?:request|response|payload|headers|schema)\./.test(wanted)) return;
  const from = part.dataset.goneField ?? "";
  // Once for a page.
  delete part.dataset.goneField;
  const response = await fetch(`${from}&field=${encodeURIComponent(wanted)}`, { headers: { accept: "text/html" } }).catch(() => null);
  if (response?.status === 200) part.insertAdjacentHTML("afterbegin", await response.text());
}
