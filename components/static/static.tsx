import type { ReactNode } from "react";
import { headers } from "next/headers";
import { handOver } from "./handed-over.ts";
import { renderStatic } from "./render-static.ts";
import { StaticHtml } from "./static-html.tsx";

/**
 * A part of a page that is read and not operated, however large: it reaches the browser once, as HTML. Next.js would
 * send the tree of components a second time, as data to hydrate from, and the browser would keep it in memory.
 * Only a soft navigation, which brings no HTML of its own, is given the HTML as data.
 */
export async function Static({ children, className }: { children: ReactNode; className?: string }) {
  const html = renderStatic(children);
  const isDocument = (await headers()).get("accept")?.includes("text/html") ?? false;
  return <StaticHtml className={className} {...(isDocument ? { id: handOver(html) } : { html })} />;
}
