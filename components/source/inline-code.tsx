/** A sentence in which `these` are code. Nothing else of Markdown: diagnostics quote what documents say. */
export function InlineCode({ text }: { text: string }) {
  return text.split(/`([^`]*)`/).map((part, index) =>
    index % 2 === 1 ? (
      <code key={index} className="rounded-sm bg-sunken px-1 text-[0.92em]">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
