"use client";
import { useEffect } from "react";

/** Brings the current one of many tabs into sight where they do not all fit, as on a phone. `label` is that of the tabs. */
export function CurrentInView({ label }: { label: string }) {
  useEffect(() => {
    const tabs = document.querySelector<HTMLElement>(`nav[aria-label="${CSS.escape(label)}"]`);
    const current = tabs?.querySelector<HTMLElement>('[aria-current="page"]');
    // By hand: scrollIntoView would move the page as well.
    if (tabs && current) tabs.scrollLeft = current.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - current.clientWidth) / 2;
  });
  return null;
}
