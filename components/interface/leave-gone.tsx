"use client";
import { useEffect, useRef } from "react";
import { useSearchParams } from "next/navigation";

/**
 * Loads the page anew when one goes on to another version at the same path, as by the switcher: what stands in for a page
 * that is not there stays for as long as its path does.
 */
export function LeaveGone() {
  const query = useSearchParams().toString();
  const first = useRef(query);
  useEffect(() => {
    if (query !== first.current) window.location.reload();
  }, [query]);
  return null;
}
