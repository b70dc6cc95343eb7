import type { Why } from "#db/schema/notify/inbox-items.ts";
import type { EventKind, NewsKind } from "#db/schema/notify/words.ts";
import type { FactChange, VersionFacts } from "./version-facts.ts";

export type Wish = { id: number; subject: string; subjectKey: string | null; events: EventKind[] };
export type Happening = { kind: NewsKind; operationKey: string | null };

/**
 * Whether a subscription asks to hear of something, and why; `null` when not. `follows` names what it follows, `teamIds`
 * the teams whose services count as the subscriber's own.
 */
export function wants(wish: Wish, happening: Happening, facts: VersionFacts, follows: string, teamIds: number[]): Why | null {
  const part = partOf(wish, facts);
  const why: Why = { sentence: `You follow ${follows}.`, subscriptionId: wish.id };
  // Requests for access, reminders and what fails are for those they are addressed to, whoever follows the interface.
  if (happening.kind === "access" || happening.kind === "migration" || happening.kind === "endpoint") return null;
  if (happening.kind !== "version") {
    if (part && happening.operationKey !== null && happening.operationKey !== wish.subjectKey && !part.has(happening.operationKey)) return null;
    return wish.events.includes(eventOf(happening.kind)) ? why : null;
  }
  const own = ownImpact(wish, facts, teamIds, part);
  if (own) return { ...why, sentence: sentenceOf(own), impact: own };
  return wantsLevel(wish.events, part === null ? facts.changes : facts.changes.filter(({ operation }) => operation !== null && part.has(operation)), part) ? why : null;
}

/** Keys of the operations that it follows: its own, or those that carry its message; `null` for more than a part. */
function partOf(wish: Wish, facts: VersionFacts): ReadonlySet<string> | null {
  if (wish.subjectKey === null) return null;
  if (wish.subject === "operation") return new Set([wish.subjectKey]);
  return wish.subject === "message" ? (facts.carriers.get(wish.subjectKey) ?? new Set()) : null;
}

function eventOf(kind: Exclude<NewsKind, "version">): EventKind {
  if (kind === "ownership" || kind === "access") return "ownership";
  if (kind === "comment" || kind === "proposal") return "comment";
  return "lifecycle";
}

function wantsLevel(events: EventKind[], changes: FactChange[], part: ReadonlySet<string> | null): boolean {
  // Of a part one hears when that part changed; of the whole also when nothing did but the text.
  if (events.includes("version")) return part === null || changes.length > 0;
  return changes.some(({ level }) => level !== "info" && events.includes(level));
}

const order = { broken: 0, "at risk": 1, unknown: 2 } as const;

/** What it means for the subscriber's own services, where the subscription asks for that; of a part only what concerns that part. */
function ownImpact(wish: Wish, facts: VersionFacts, teamIds: number[], part: ReadonlySet<string> | null): Why["impact"] | null {
  if (!wish.events.includes("breaks-me") || facts.changes.length === 0) return null;
  const outside = part === null ? new Set() : new Set(facts.changes.filter(({ operation }) => operation !== null && !part.has(operation)).map(({ ordinal }) => ordinal));
  const own = facts.impacts.flatMap((impact) => {
    if (impact.verdict === "unaffected" || impact.ownerTeamId === null || !teamIds.includes(impact.ownerTeamId)) return [];
    const ordinals = impact.ordinals.filter((ordinal) => !outside.has(ordinal));
    return ordinals.length === 0 && impact.ordinals.length > 0 ? [] : [{ ...impact, verdict: impact.verdict, ordinals }];
  });
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
