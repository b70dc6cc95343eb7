import NextLink from "next/link";

/** Three interfaces and what joins them. */
export function Logo() {
  return (
    <NextLink href="/" prefetch={false} className="flex items-center gap-2 font-semibold tracking-tight">
      <svg viewBox="0 0 20 20" aria-hidden="true" className="size-5 shrink-0 text-accent" fill="none" stroke="currentColor" strokeWidth="1.75">
        <path d="M6.4 6.2 13.6 6.2M5.6 7.8 9 14M14.4 7.8 11 14" />
        <circle cx="4.6" cy="6.2" r="2" className="fill-canvas" />
        <circle cx="15.4" cy="6.2" r="2" className="fill-canvas" />
        <circle cx="10" cy="15.6" r="2" fill="currentColor" />
      </svg>
      Intermesh
    </NextLink>
  );
}
