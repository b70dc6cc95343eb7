import { KeyRound, Settings2, ShieldCheck, Users } from "lucide-react";
import { adminPlaces } from "../admin/admin-places.ts";
import { settingsPlaces } from "../settings/settings-places.ts";
import { inbox, people, places, type Place } from "../shell/places.ts";
import type { Viewer } from "../shell/viewer.ts";

/** A place, and what it is a part of. */
export type PalettePlace = Place & { within?: string };

const keywords = { profile: "name password account", notifications: "mail webhook endpoints followed", sessions: "devices signed in", tokens: "api keys command line" };
const settings = settingsPlaces.map(({ key, href, label }): PalettePlace => ({ href, label, within: "Settings", icon: key === "tokens" ? KeyRound : Settings2, keywords: `settings ${keywords[key]}` }));
const administration = adminPlaces.map(({ key, href, label }): PalettePlace => ({ href, label, within: "Administration", icon: ShieldCheck, keywords: `administration admin ${key}` }));

/** Everywhere that a reader may go: at hand before anything is typed, and the rest, which has to be asked for. */
export function palettePlaces(viewer: Viewer): { atHand: PalettePlace[]; asked: PalettePlace[] } {
  const atHand = [...places, ...(viewer ? [inbox] : []), ...people];
  const teams = (viewer?.teams ?? []).map(({ slug, name }): PalettePlace => ({ href: `/teams/${encodeURIComponent(slug)}`, label: name, within: "My teams", icon: Users, keywords: slug }));
  return { atHand, asked: [...teams, ...(viewer ? settings : []), ...(viewer?.administrator ? administration : [])] };
}

/** Places that some text names: those whose name, or what they are a part of, begins with it, and others that have to do with it. */
export function placesFor(viewer: Viewer, typed: string): { named: PalettePlace[]; related: PalettePlace[] } {
  const { atHand, asked } = palettePlaces(viewer);
  const text = typed.trim().toLowerCase();
  if (text === "") return { named: [], related: atHand };
  const all = [...atHand, ...asked];
  const isNamed = ({ label, within }: PalettePlace) => text.length > 1 && (label.toLowerCase().startsWith(text) || `${within ?? ""} ${label}`.toLowerCase().startsWith(text));
  const named = all.filter(isNamed);
  return { named, related: all.filter((place) => !named.includes(place) && `${place.within ?? ""} ${place.label} ${place.keywords}`.toLowerCase().includes(text)) };
}
