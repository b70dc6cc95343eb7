/** A tone is a pair of text and tint. What a tone *means* is decided here and nowhere else. */
export type Tone = "grey" | "blue" | "green" | "amber" | "red" | "violet" | "teal" | "accent";

export const toneClass = {
  grey: "bg-grey-tint text-grey",
  blue: "bg-blue-tint text-blue",
  green: "bg-green-tint text-green",
  amber: "bg-amber-tint text-amber",
  red: "bg-red-tint text-red",
  violet: "bg-violet-tint text-violet",
  teal: "bg-teal-tint text-teal",
  accent: "bg-accent-tint text-accent",
} as const satisfies Record<Tone, string>;

export const toneText = {
  grey: "text-grey",
  blue: "text-blue",
  green: "text-green",
  amber: "text-amber",
  red: "text-red",
  violet: "text-violet",
  teal: "text-teal",
  accent: "text-accent",
} as const satisfies Record<Tone, string>;

const methodTones: Record<string, Tone> = {
  GET: "blue",
  HEAD: "blue",
  POST: "green",
  PUT: "amber",
  PATCH: "amber",
  DELETE: "red",
  SEND: "violet",
  RECEIVE: "teal",
  WEBHOOK: "violet",
  CALLBACK: "violet",
};

/** HTTP methods, event directions, webhooks and callbacks; in any case of letters. */
export function methodTone(method: string): Tone {
  return methodTones[method.toUpperCase()] ?? "grey";
}

const lifecycleTones = {
  design: "grey",
  alpha: "violet",
  beta: "blue",
  stable: "green",
  deprecated: "amber",
  retired: "grey",
} as const satisfies Record<string, Tone>;

/** In the order of a life. */
export const lifecycleWords = Object.keys(lifecycleTones);

export function lifecycleTone(lifecycle: string): Tone {
  return Object.entries(lifecycleTones).find(([word]) => word === lifecycle)?.[1] ?? "grey";
}

const levelTones: Record<string, Tone> = {
  breaking: "red",
  broken: "red",
  error: "red",
  risky: "amber",
  "at risk": "amber",
  warning: "amber",
  compatible: "green",
  unaffected: "green",
  info: "blue",
  hint: "grey",
};

/** How bad something is: levels of a change, verdicts of an impact, severities of a diagnostic. */
export function levelTone(level: string): Tone {
  return levelTones[level.toLowerCase()] ?? "grey";
}
