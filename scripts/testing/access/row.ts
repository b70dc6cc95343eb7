import type { World } from "./world.ts";

/** Who asks, one column of the matrix each. `owners` own the subject, `other` is a member of another team. */
export const persons = ["anonymous", "outsider", "other", "member", "maintainer", "administrator"] as const;
/** `otherToken` publishes for another team, `limitedToken` of the owners for another interface only. */
export const liveTokens = ["readToken", "publishToken", "otherToken", "limitedToken", "adminToken"] as const;
export const deadTokens = ["revokedToken", "expiredToken"] as const;
export const everybody = [...persons, ...liveTokens, ...deadTokens] as const;
export type Who = (typeof everybody)[number];

/**
 * `ok`: done or shown. `sign-in`: 401, or sent to the page to sign in. `refused`: 403, and nothing changed.
 * `none`: as if it did not exist, and nothing changed.
 */
export type Outcome = "ok" | "sign-in" | "refused" | "none";

/** For whom a row answers `ok`. Others are asked to sign in or refused; who does not see a hidden subject finds none. */
const audiences = {
  /** Whoever may see the subject. Tokens without the scope `read` do not. */
  readers: [...persons, "readToken", "adminToken"],
  /** The same, and tokens that may publish to it. */
  readersAndPublishers: [...persons, "readToken", "publishToken", "adminToken"],
  /** The same where it is about nothing in particular. */
  readersAndUploaders: [...persons, ...liveTokens],
  /** Everyone and everything, whatever it sends along. */
  anyone: everybody,
  /** Whoever has an account, or a token. */
  signedIn: ["outsider", "other", "member", "maintainer", "administrator", ...liveTokens],
  /** People with a session. */
  people: ["outsider", "other", "member", "maintainer", "administrator", "adminToken"],
  /** Who may publish anything at all. */
  uploaders: ["outsider", "other", "member", "maintainer", "administrator", "publishToken", "otherToken", "limitedToken", "adminToken"],
  /** Who may publish to the subject. */
  publishers: ["member", "maintainer", "administrator", "publishToken", "adminToken"],
  members: ["member", "maintainer", "administrator", "adminToken"],
  maintainers: ["maintainer", "administrator", "adminToken"],
  administrators: ["administrator", "adminToken"],
} as const satisfies Record<string, readonly Who[]>;

export type Audience = keyof typeof audiences;

/** What a cell sends. `params` fill the address; those of the subject fill in by themselves. */
export type Given = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** JSON, or a text or bytes as they are. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Of a server action that takes a form; a state before it is given to one that takes two arguments. */
  form?: Record<string, string | string[]>;
  /** Of a server action that takes anything else. */
  args?: unknown[];
  /** Of a command; `{file}` is a folder's document. */
  line?: string[];
};

export type RowDetails = {
  for: Audience;
  /** What to send; a function may first make what the cell acts upon, which is rolled back afterwards. */
  given?: Given | ((world: World & { subject: Subject }) => Given | Promise<Given>);
  /** What others get, where it is neither being asked to sign in nor being refused. */
  else?: Outcome;
  /** Columns that differ from the audience. */
  but?: Partial<Record<Who, Outcome>>;
  /** Columns that differ where the subject is hidden. */
  hidden?: Partial<Record<Who, Outcome>>;
  /** Asks for a right before it looks, so that a hidden subject is answered for as an open one. */
  blind?: true;
  /** The subject, where the address does not say: crosses the row with one that is open and one that is hidden. */
  of?: "interface" | "events" | "none";
  /** Takes sessions only, before it looks at anything: server actions do, and pages for `people`. */
  session?: boolean;
  /** A change that leaves no entry in the audit log, such as a mark of one's own. */
  audited?: false;
};

/** A row: its audience, or that with details; a command that asks no server is `offline`; a library's door is `testedIn` a file of its own. Keys: `GET /path`, `page /path`, `route GET /path`, `action file#name`, `command name`. */
export type AccessRow = Audience | RowDetails | "offline" | { testedIn: string };
export type AccessRows = Record<string, AccessRow>;

/** The interface that a cell is about. */
export type Subject = { slug: string; id: number; hidden: boolean; channelId: number; versionChannel: string };

/** The answer that a row promises to one who asks. */
export function expectedOutcome(key: string, row: RowDetails, who: Who, hidden: boolean): Outcome {
  const differs = (hidden ? row.hidden?.[who] : undefined) ?? row.but?.[who];
  if (row.for === "anyone") return differs ?? "ok";
  if ((deadTokens as readonly Who[]).includes(who)) return "sign-in";
  const withoutReading = publishingTokens.includes(who) && !differs && /^(?:GET|page|route GET) /.test(key) ? readByPublishing(key, row, who) : null;
  if (withoutReading) return withoutReading;
  const takesSessionsOnly = row.session ?? (key.startsWith("action ") || (key.startsWith("page ") && row.for === "people"));
  if (takesSessionsOnly && !["outsider", "other", "member", "maintainer", "administrator"].includes(who)) return differs ?? "sign-in";
  if (hidden && row.hidden?.[who]) return row.hidden[who];
  if (hidden && !row.blind && !sees(who)) return "none";
  if (differs) return differs;
  if ((audiences[row.for] as readonly Who[]).includes(who)) return "ok";
  return row.else ?? (who === "anonymous" ? "sign-in" : "refused");
}

const publishingTokens: readonly Who[] = ["publishToken", "otherToken", "limitedToken"];

/** A token without the scope `read` reads what it may publish to, over the REST interface, and is refused or sent to sign in anywhere else. */
function readByPublishing(key: string, row: RowDetails, who: Who): Outcome {
  if (row.for === "readersAndUploaders") return "ok";
  if (row.for === "readersAndPublishers") return who === "publishToken" ? "ok" : "none";
  return key.startsWith("page ") ? "sign-in" : "refused";
}

function sees(who: Who): boolean {
  return !["anonymous", "outsider", "other", "otherToken"].includes(who);
}
