"use client";
import { X } from "lucide-react";
import { focusHref } from "#lib/catalog/graph/mesh-query-words.ts";
import { ButtonLink } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Link } from "../ui/link.tsx";
import type { Chosen } from "./map-controller.ts";
import type { MapModel } from "./map-model.ts";

const neighboursMax = 8;

/** What is chosen on the map, or lies under the pointer: its name, its place, what it uses and who uses it. */
export function MapPanel({ model, shown, isChosen, onGo, onClose }: { model: MapModel; shown: Chosen; isChosen: boolean; onGo: (target: Chosen) => void; onClose: () => void }) {
  return (
    <section aria-label="Chosen on the map" className="absolute top-3 right-3 max-h-[calc(100%-24px)] w-72 max-w-[calc(100%-24px)] overflow-y-auto rounded-md border border-line bg-raised p-3 text-sm shadow-pop max-md:top-14">
      {isChosen ? (
        <div className="float-right -mt-1 -mr-1">
          <IconButton label="Let go" onClick={onClose}><X aria-hidden="true" /></IconButton>
        </div>
      ) : null}
      {"end" in shown ? <EndFacts model={model} index={shown.end} onGo={onGo} /> : <GroupFacts model={model} index={shown.group} onGo={onGo} />}
    </section>
  );
}

function EndFacts({ model, index, onGo }: { model: MapModel; index: number; onGo: (target: Chosen) => void }) {
  const end = model.ends[index];
  if (!end) return null;
  const { uses, usedBy } = neighbours(model, index);
  const kind = end.isService ? "service" : "interface";
  const [team, domain] = [model.groups[end.group], model.groups[end.top]];
  const contracts = model.interfacesOf.get(index) ?? [];
  return (
    <>
      <h3 className="font-semibold [overflow-wrap:anywhere]">{end.title}</h3>
      <p className="text-xs text-faint">
        {kind} · {team?.name}{domain && domain !== team ? ` · ${domain.name}` : ""}
      </p>
      <div className="my-2 flex gap-2">
        <ButtonLink size="sm" href={`/${kind}s/${encodeURIComponent(end.slug)}`} prefetch={false}>Open</ButtonLink>
        <ButtonLink size="sm" href={focusHref(end.key)} prefetch={false}>Neighbourhood</ButtonLink>
      </div>
      {contracts.length > 0 ? (
        <p className="mb-2 text-xs text-muted">
          Provides {contracts.slice(0, 4).map((contract, place) => (
            <span key={contract}>{place > 0 ? ", " : ""}<Link look="text" href={`/interfaces/${encodeURIComponent(model.interfaces[contract]?.slug ?? "")}`} prefetch={false}>{model.interfaces[contract]?.slug}</Link></span>
          ))}
          {contracts.length > 4 ? ` and ${contracts.length - 4} more` : ""}
        </p>
      ) : null}
      <Neighbours title="Uses" tone="text-blue" model={model} rows={uses} onGo={onGo} />
      <Neighbours title="Used by" tone="text-amber" model={model} rows={usedBy} onGo={onGo} />
    </>
  );
}

function Neighbours({ title, tone, model, rows, onGo }: { title: string; tone: string; model: MapModel; rows: { end: number; count: number }[]; onGo: (target: Chosen) => void }) {
  return (
    <div className="mt-2">
      <h4 className={`text-xs font-medium ${tone}`}>{title} <span className="font-normal text-faint tabular-nums">{rows.length.toLocaleString("en")}</span></h4>
      <ul>
        {rows.slice(0, neighboursMax).map(({ end, count }) => (
          <li key={end}>
            <button type="button" onClick={() => onGo({ end })} className="flex w-full items-baseline gap-2 rounded-sm py-0.5 text-left hover:bg-hover">
              <span className="min-w-0 flex-1 truncate">{model.ends[end]?.title}</span>
              {count > 1 ? <span className="text-xs text-faint tabular-nums">{count} uses</span> : null}
            </button>
          </li>
        ))}
        {rows.length > neighboursMax ? <li className="text-xs text-faint">and {(rows.length - neighboursMax).toLocaleString("en")} more</li> : null}
      </ul>
    </div>
  );
}

function GroupFacts({ model, index, onGo }: { model: MapModel; index: number; onGo: (target: Chosen) => void }) {
  const group = model.groups[index];
  if (!group) return null;
  const inside = model.ends.flatMap((end, place) => (end.group === index || end.top === index ? [{ place, weight: end.uses + end.usedBy }] : [])).sort((a, b) => b.weight - a.weight);
  return (
    <>
      <h3 className="font-semibold [overflow-wrap:anywhere]">{group.name}</h3>
      <p className="text-xs text-faint">{group.kind} · {group.ends.toLocaleString("en")} on the map</p>
      <div className="my-2 flex gap-2">
        {group.slug ? <ButtonLink size="sm" href={`/${group.kind}s/${encodeURIComponent(group.slug)}`} prefetch={false}>Open</ButtonLink> : null}
        <button type="button" onClick={() => onGo({ group: index })} className="rounded-md px-2 text-sm text-accent hover:bg-hover">Zoom to it</button>
      </div>
      <Neighbours title="Most connected" tone="text-muted" model={model} rows={inside.map(({ place }) => ({ end: place, count: 0 }))} onGo={onGo} />
    </>
  );
}

/** Ends on the other side of its links, those with the most uses first. */
function neighbours(model: MapModel, index: number): Record<"uses" | "usedBy", { end: number; count: number }[]> {
  const sides = { uses: new Map<number, number>(), usedBy: new Map<number, number>() };
  for (const link of model.linksOf[index] ?? []) {
    const [from, to, count] = [model.links.from[link] ?? 0, model.links.to[link] ?? 0, model.links.uses[link] ?? 1];
    const [side, other] = from === index ? [sides.uses, to] : [sides.usedBy, from];
    side.set(other, (side.get(other) ?? 0) + count);
  }
  const sorted = (side: Map<number, number>) => [...side].map(([end, count]) => ({ end, count })).sort((a, b) => b.count - a.count || a.end - b.end);
  return { uses: sorted(sides.uses), usedBy: sorted(sides.usedBy) };
}
