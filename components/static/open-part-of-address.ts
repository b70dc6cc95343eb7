import { loadPart } from "./load-part.ts";
import { tellGoneField } from "./tell-gone-field.ts";

let looking = 0;

/** Opens what the `#` of the address names, where it lies deeper than the page was sent. A page has several places to look in; the last one says when it is in none. */
export async function openPartOfAddress(within: HTMLElement): Promise<void> {
  const wanted = decoded(window.location.hash.slice(1));
  if (wanted === "" || document.getElementById(wanted)) return;
  looking += 1;
  await openWithin(within, wanted);
  looking -= 1;
  if (looking === 0 && !document.getElementById(wanted)) await tellGoneField(wanted);
}

async function openWithin(within: HTMLElement, wanted: string): Promise<void> {
  for (let steps = 0; steps < 8; steps += 1) {
    const links = [...within.querySelectorAll<HTMLAnchorElement>("a[data-part][data-under]")];
    const link = links.filter((candidate) => isWithin(wanted, candidate.dataset.under)).sort((a, b) => (b.dataset.under?.length ?? 0) - (a.dataset.under?.length ?? 0))[0];
    if (!link) return;
    await loadPart(link, wanted);
    const found = document.getElementById(wanted);
    if (!found) continue;
    for (let inside = found.closest("details"); inside; inside = inside.parentElement?.closest("details") ?? null) inside.open = true;
    return found.scrollIntoView();
  }
}

/** `a.field77` is not in `a.field7`. */
function isWithin(id: string, outer = " "): boolean {
  return id.startsWith(outer) && (id.length === outer.length || /[.[{~]/.test(id.charAt(outer.length)));
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
