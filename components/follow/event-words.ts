import type { EventKind } from "#db/schema/notify/words.ts";

/** What one may hear of, in words; the order of a form. */
export const eventWords: { event: EventKind; label: string; hint: string }[] = [
  { event: "breaks-me", label: "What breaks my services", hint: "Changes that touch an operation or field that services of your teams use, and nothing else." },
  { event: "unknown", label: "… also where it is not known", hint: "Your service uses it, but nobody said which part; marked as unknown." },
  { event: "breaking", label: "Breaking changes", hint: "Whoever they touch." },
  { event: "risky", label: "Risky changes", hint: "They break some reasonable clients." },
  { event: "version", label: "Every new version", hint: "Also where nothing changed that matters." },
  { event: "lifecycle", label: "Deprecation and sunset", hint: "With the date and the successor." },
  { event: "ownership", label: "Ownership", hint: "Another team becomes accountable." },
  { event: "comment", label: "Comments and proposals", hint: "Questions, answers, and what somebody means to change." },
];

const short: Record<EventKind, string> = { "breaks-me": "what breaks us", unknown: "unknown impact", breaking: "breaking", risky: "risky", version: "every version", lifecycle: "deprecation", ownership: "ownership", comment: "comments" };

/** "breaking, deprecation". */
export function eventsInWords(events: readonly EventKind[]): string {
  return eventWords.filter(({ event }) => events.includes(event)).map(({ event }) => short[event]).join(", ");
}
