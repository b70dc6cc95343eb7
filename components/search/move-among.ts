import type { KeyboardEvent } from "react";

/**
 * Arrow keys go from the field through the results and back; Home and End to the ends; Escape to the field. The
 * results are links, so Enter opens one, and with ⌘ in a new tab, as everywhere.
 */
export function moveAmong(event: KeyboardEvent, root: HTMLElement | null) {
  if (!root || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.nativeEvent.isComposing) return;
  const field = root.querySelector<HTMLInputElement>("[data-search-field]");
  const links = [...root.querySelectorAll<HTMLAnchorElement>("a[data-result]")];
  const active = document.activeElement;
  const at = links.indexOf(active as HTMLAnchorElement);
  if (active !== field && at === -1) return;

  const target =
    event.key === "ArrowDown" ? links[Math.min(at + 1, links.length - 1)]
    : event.key === "ArrowUp" ? (at > 0 ? links[at - 1] : at === 0 ? field : null)
    : event.key === "Home" && at !== -1 ? links[0]
    : event.key === "End" && at !== -1 ? links.at(-1)
    : event.key === "Escape" && at !== -1 ? field
    : null;
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: "nearest" });
}
