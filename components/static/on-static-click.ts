import { loadPart } from "./load-part.ts";
import { copyText } from "../ui/copy-text.ts";

/** What links and buttons within static HTML do: copy, load what lies deeper in place, go on without loading the whole page. */
export function onStaticClick(event: MouseEvent, go: (href: string) => void): void {
  const target = event.target instanceof Element ? event.target : null;
  const button = target?.closest<HTMLButtonElement>("button[data-copy]");
  if (button) return void copyOf(button);
  const link = target?.closest<HTMLAnchorElement>("a[href]");
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.dataset.part !== undefined) {
    event.preventDefault();
    return void loadPart(link);
  }
  // Pages with a policy of their own are loaded whole.
  if (link.dataset.whole !== undefined || link.hasAttribute("download") || link.target !== "" || link.origin !== window.location.origin) return;
  if (link.pathname === window.location.pathname && link.search === window.location.search) return;
  event.preventDefault();
  go(`${link.pathname}${link.search}${link.hash}`);
}

async function copyOf(button: HTMLButtonElement): Promise<void> {
  const text = button.dataset.copy || (button.closest("figure")?.querySelector("code")?.textContent ?? "");
  const done = await copyText(text);
  const label = button.title;
  button.title = done ? "Copied" : "Could not copy: select the text instead";
  button.dataset.done = done ? "yes" : "no";
  const said = button.querySelector("[role=status]");
  if (said) said.textContent = button.title;
  setTimeout(() => {
    button.title = label;
    delete button.dataset.done;
    if (said) said.textContent = "";
  }, 2000);
}
