"use client";
import { useId, useMemo, useState, type KeyboardEvent } from "react";
import clsx from "clsx";
import { Search } from "lucide-react";
import type { Chosen } from "./map-controller.ts";
import type { MapModel } from "./map-model.ts";

const shownMax = 8;
type Found = { key: string; name: string; kind: string; target: Chosen };

/** Finds a service, interface, team or domain of the map by its name and goes there. */
export function MapSearch({ model, onFound }: { model: MapModel; onFound: (target: Chosen) => void }) {
  const id = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const found = useMemo(() => find(model, text), [model, text]);

  function go(index: number) {
    const one = found[index];
    if (!one) return;
    onFound(one.target);
    setText(one.name);
    setIsOpen(false);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowDown") setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    else if (event.key === "Enter") go(at);
    else if (event.key === "Escape") setIsOpen(false);
    else return;
    event.preventDefault();
  }

  const lists = isOpen && found.length > 0;
  return (
    <div className="w-64 max-w-full">
      <div className="relative">
        <Search aria-hidden="true" className="pointer-events-none absolute top-2 left-2.5 size-4 text-faint" />
        <input
          type="text"
          role="combobox"
          aria-label="Find on the map"
          aria-expanded={lists}
          aria-controls={id}
          aria-activedescendant={lists ? `${id}-${at}` : undefined}
          autoComplete="off"
          placeholder="Find on the map"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
            setIsOpen(true);
          }}
          onBlur={() => setIsOpen(false)}
          onKeyDown={onKeyDown}
          className="h-8 w-full rounded-md border border-edge bg-raised pr-2.5 pl-8 text-sm text-fg"
        />
      </div>
      <ul id={id} role="listbox" aria-label="Found on the map" hidden={!lists} className="mt-1 max-h-72 overflow-y-auto rounded-md border border-line bg-raised py-1 text-sm shadow-pop">
        {found.map((one, index) => (
          <li
            key={one.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            // Before the field loses its focus and closes the list.
            onPointerDown={(event) => {
              event.preventDefault();
              go(index);
            }}
            className={clsx("flex cursor-pointer items-baseline gap-2 px-2.5 py-1", index === at && "bg-hover")}
          >
            <span className="min-w-0 flex-1 truncate">{one.name}</span>
            <span className="text-xs text-faint">{one.kind}</span>
          </li>
        ))}
      </ul>
      {isOpen && text.trim() !== "" && found.length === 0 ? <p role="status" className="mt-1 rounded-md border border-line bg-raised px-2.5 py-1.5 text-sm text-muted">Nothing on the map is called that.</p> : null}
    </div>
  );
}

/** What begins with the words first, then what contains them; the most connected first. */
function find(model: MapModel, text: string): Found[] {
  const words = text.trim().toLowerCase();
  if (words === "") return [];
  const score = (name: string) => (name.startsWith(words) ? 0 : name.includes(words) ? 1 : -1);
  const best = (...names: string[]) => Math.min(...names.map((name) => score(name.toLowerCase())).filter((value) => value >= 0), 9);
  const rows = [
    ...model.groups.map((group, index) => ({ rank: best(group.name), weight: group.ends * 10, found: { key: group.key, name: group.name, kind: group.kind, target: { group: index } } })),
    ...model.ends.map((end, index) => ({ rank: best(end.title, end.slug), weight: end.uses + end.usedBy, found: { key: end.key, name: end.title, kind: end.isService ? "service" : "interface", target: { end: index } } })),
    ...model.interfaces.map((contract, index) => ({ rank: best(contract.slug), weight: 0, found: { key: `provided:${index}`, name: contract.slug, kind: "interface", target: { end: contract.end } } })),
  ];
  return rows.filter(({ rank }) => rank < 9).sort((a, b) => a.rank - b.rank || b.weight - a.weight).slice(0, shownMax).map(({ found }) => found);
}
