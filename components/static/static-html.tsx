"use client";
import { useEffect, useRef } from "react";
import { useRouter } from "next/navigation";
import { takeOver } from "./handed-over.ts";
import { onStaticClick } from "./on-static-click.ts";
import { openPartOfAddress } from "./open-part-of-address.ts";

// Pages that one comes back to: their HTML was in the first answer only.
const left = new Map<string, string>();

/** HTML that React neither compares nor keeps. In the browser it is there already; what it answers to, its element listens for. */
export function StaticHtml({ id, html, className }: { id?: string; html?: string; className?: string }) {
  const element = useRef<HTMLDivElement>(null);
  const router = useRouter();
  useEffect(() => {
    const node = element.current;
    if (!node) return;
    const follow = (event: MouseEvent) => onStaticClick(event, (href) => router.push(href));
    node.addEventListener("click", follow);
    void openPartOfAddress(node);
    return () => {
      node.removeEventListener("click", follow);
      if (id !== undefined) left.set(id, node.innerHTML);
    };
  }, [id, router]);
  const text = html ?? (typeof window === "undefined" ? takeOver(id ?? "") : (left.get(id ?? "") ?? ""));
  return <div ref={element} className={className} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: text }} />;
}
