import type { Why } from "#db/schema/notify/inbox-items.ts";
import type { EventKind, NewsKind } from "#db/schema/notify/words.ts";
import type { FactChange, FactImpact, VersionFacts } from "./version-facts.ts";

export type Wish = { id: number; subject: string; subjectKey: string | null; events: EventKind[] };
export type Happening = { kind: NewsKind; operationKey: string | null };

/**
 * Whether a subscription asks to hear of something, and why; `null` when not. `follows` names what it follows, `teamIds`
 * the teams whose services count as the subscriber's own.
 */
export function wants(wish: Wish, happening: Happening, facts: VersionFacts, follows: string, teamIds: number[]): Why | null {
  const part = partOf(wish);
  if (happening.kind !== "version") {
    if (part !== null && happening.operationKey !== null && happening.operationKey !== part) return null;
    return wish.events.includes(eventOf(happening.kind)) ? { sentence: `You follow ${follows}.`, subscriptionId: wish.id } : null;
  }
  const own = ownImpact(wish, facts, teamIds);
  if (own) return { sentence: sentenceOf(own), subscriptionId: wish.id, impact: own };
  return wantsLevel(wish.events, part === null ? facts.changes : facts.changes.filter(({ operation }) => operation === part), part)
    ? { sentence: `You follow ${follows}.`, subscriptionId: wish.id }
    : null;
}

/** The operation or message that it follows; `null` for more than one. */
function partOf(wish: Wish): string | null {
  return wish.subject === "operation" || wish.subject === "message" ? wish.subjectKey : null;
}

function eventOf(kind: Exclude<NewsKind, "version">): EventKind {
  if (kind === "ownership" || kind === "access") return "ownership";
  if (kind === "comment" || kind === "proposal") return "comment";
  return "lifecycle";
}

function wantsLevel(events: EventKind[], changes: FactChange[], part: string | null): boolean {
  // Of a part one hears when that part changed; of the whole also when nothing did but the text.
  if (events.includes("version")) return part === null || changes.length > 0;
  return changes.some(({ level }) => level !== "info" && events.includes(level));
}

const order = { broken: 0, "at risk": 1, unknown: 2 } as const;

/** What it means for the subscriber's own services, where the subscription asks for that. */
function ownImpact(wish: Wish, facts: VersionFacts, teamIds: number[]): Why["impact"] | null {
  if (!wish.events.includes("breaks-me") || facts.changes.length === 0) return null;
  const own = facts.impacts.filter((impact): impact is FactImpact & { verdict: keyof typeof order } => impact.verdict !== "unaffected" && impact.ownerTeamId !== null && teamIds.includes(impact.ownerTeamId));
  const told = own.filter(({ verdict }) => verdict !== "unknown" || wish.events.includes("unknown")).sort((a, b) => order[a.verdict] - order[b.verdict]);
  const worst = told[0];
  if (!worst) return null;
  const same = told.filter(({ verdict }) => verdict === worst.verdict);
  return { verdict: worst.verdict, consumers: same.map(({ consumer }) => consumer), ordinals: [...new Set(same.flatMap(({ ordinals }) => ordinals))].sort((a, b) => a - b) };
}

function sentenceOf({ verdict, consumers }: NonNullable<Why["impact"]>): string {
  const names = consumers.length > 3 ? `${consumers.slice(0, 3).join(", ")} and ${consumers.length - 3} more` : consumers.join(", ");
  const many = consumers.length > 1;
  if (verdict === "broken") return `It breaks ${names}, which your team owns.`;
  if (verdict === "at risk") return `It may break ${names}, which your team owns.`;
  return `${names} ${many ? "use" : "uses"} the interface, and it is not known which part; your team owns ${many ? "them" : "it"}.`;
}
