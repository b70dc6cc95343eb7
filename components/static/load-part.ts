/**
 * Puts what lies deeper in place of the link that stands for it: `data-part` names the address of the HTML, which our own
 * server makes. Where it cannot be had, the link leads to a page with the same.
 */
export async function loadPart(link: HTMLAnchorElement, near?: string): Promise<void> {
  const place = link.closest("[data-part-place]") ?? link;
  if (place.getAttribute("aria-busy") === "true") return;
  place.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(`${link.dataset.part ?? ""}${near === undefined ? "" : `&near=${encodeURIComponent(near)}`}`, { headers: { accept: "text/html" } });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const template = document.createElement("template");
    template.innerHTML = await response.text();
    const first = template.content.querySelector<HTMLElement>("a[href], summary");
    place.replaceWith(template.content);
    first?.focus({ preventScroll: true });
  } catch {
    window.location.assign(link.href);
  }
}
