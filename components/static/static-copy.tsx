/** A button that copies, within static HTML: `text`, or without it the code of the figure around it. */
export function StaticCopy({ text = "", label = "Copy", className = "" }: { text?: string; label?: string; className?: string }) {
  return (
    <button type="button" data-copy={text} aria-label={label} title={label} className={`s-copy ${className}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <rect width="14" height="14" x="8" y="8" rx="2" />
        <path d="M4 16a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2" />
      </svg>
      <span className="sr-only" role="status" />
    </button>
  );
}
