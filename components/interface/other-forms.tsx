import { headers } from "next/headers";
import type { InterfaceHead, InterfaceTab } from "./interface-head.ts";

const withMarkdown: InterfaceTab[] = ["overview", "reference", "channels", "schemas", "versions", "consumers"];

/** The same page as Markdown, and the document it is made from. */
export async function OtherForms({ head: { place, line, version }, tab }: { head: InterfaceHead; tab: InterfaceTab }) {
  if (!withMarkdown.includes(tab)) return null;
  const [path = "", query] = ((await headers()).get("x-intermesh-path") ?? "").split("?");
  const raw = `/api/v1/interfaces/${encodeURIComponent(place.slug)}/versions/${version.sequence}/spec${line === "default" ? "" : `?line=${encodeURIComponent(line)}`}`;
  const look = "rounded-md px-1.5 py-1 text-xs text-muted hover:bg-hover hover:text-fg";
  return (
    <p className="-ml-1.5 flex items-center">
      {path.startsWith("/interfaces/") && !/\/(?:part|try)$/.test(path) ? (
        <a className={look} href={`${path}.md${query === undefined ? "" : `?${query}`}`}>
          Markdown
        </a>
      ) : null}
      <a className={look} href={raw} download>
        Raw document
      </a>
    </p>
  );
}
