"use client";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import clsx from "clsx";
import { Textarea } from "../ui/field.tsx";
import { FormField } from "../ui/form-field.tsx";
import { popupClass } from "../ui/popover.tsx";

type Suggestion = { handle: string; name: string; kind: "person" | "team" };

/** A field for Markdown that completes the names of people and teams after an `@`. */
export function WordsField({ label, rows = 4, defaultValue = "", placeholder }: { label: string; rows?: number; defaultValue?: string; placeholder?: string }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const asked = useRef("");
  const [found, setFound] = useState<Suggestion[]>([]);
  const [active, setActive] = useState(0);

  async function look(): Promise<void> {
    const begun = begunName(field.current);
    asked.current = begun ?? "";
    if (begun === null) return setFound([]);
    const answer = await fetch(`/api/v1/mentions?q=${encodeURIComponent(begun)}`).catch(() => null);
    const items = answer?.ok ? ((await answer.json()) as { items: Suggestion[] }).items : [];
    if (asked.current !== begun) return;
    setFound(items);
    setActive(0);
  }

  function take(suggestion: Suggestion | undefined): void {
    const area = field.current;
    const begun = begunName(area);
    if (!area || !suggestion || begun === null) return;
    area.setRangeText(`${suggestion.handle} `, area.selectionStart - begun.length, area.selectionStart, "end");
    area.focus();
    setFound([]);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (found.length === 0) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") setActive((active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    else if (event.key === "Enter" || event.key === "Tab") take(found[active]);
    else if (event.key === "Escape") setFound([]);
    else return;
    event.preventDefault();
  }

  return (
    <FormField id={id} name="text" label={label} hint="Markdown. @ mentions a person or a team." className="relative w-full">
      <Textarea
        ref={field} id={id} name="text" rows={rows} required maxLength={10_000} defaultValue={defaultValue} placeholder={placeholder} aria-describedby={`${id}-note`} aria-autocomplete="list"
        aria-controls={found.length > 0 ? `${id}-names` : undefined} aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined} className="[field-sizing:content]"
        onInput={() => void look()} onKeyDown={onKeyDown} onBlur={() => setFound([])}
      />
      {found.length > 0 ? (
        <ul id={`${id}-names`} role="listbox" aria-label="People and teams" className={clsx(popupClass, "absolute inset-x-0 top-full z-50 -mt-5 max-h-60 overflow-y-auto py-1 text-sm")}>
          {found.map((suggestion, index) => (
            // The press must not take the focus from the field before it counts.
            <li key={`${suggestion.kind} ${suggestion.handle}`} id={`${id}-${index}`} role="option" aria-selected={index === active} onMouseDown={(event) => (event.preventDefault(), take(suggestion))} className={clsx("flex cursor-default items-baseline gap-2 px-3 py-1", index === active && "bg-hover")}>
              <span className="min-w-0 truncate">{suggestion.name}</span>
              <code className="min-w-0 truncate text-xs text-faint">@{suggestion.handle}</code>
              {suggestion.kind === "team" ? <span className="ml-auto text-xs text-faint">team</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </FormField>
  );
}

/** The name that is being written before the caret, without its `@`; `null` where there is none. */
function begunName(area: HTMLTextAreaElement | null): string | null {
  return area === null ? null : (/(?:^|[\s(])@([\w.+-]{1,40})$/.exec(area.value.slice(0, area.selectionStart))?.[1] ?? null);
}
