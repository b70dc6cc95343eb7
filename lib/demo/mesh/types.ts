/** Written out here, since the demo mesh is plain data and depends on nothing. */
export type DemoLifecycle = "design" | "alpha" | "beta" | "stable" | "deprecated" | "retired";
export type DemoVisibility = "public" | "internal" | "listed" | "private";

export type DemoDomain = { slug: string; name: string; summary: string };
export type DemoTeam = { slug: string; name: string; summary: string; domain: string };
export type DemoService = { slug: string; title: string; summary: string; team: string; domain: string };

/** `hosts` are host:port as documents write them. */
export type DemoBroker = { slug: string; name: string; protocol: string; hosts: string[]; environment: "production" | "staging" };

/** `root` and `files` are paths below `lib/demo/documents`; `files` holds the root too. */
export type DemoVersion = { label: string; root: string; files: string[]; publishedDaysAgo: number; valid: boolean };
export type DemoLine = { name: string; lifecycle: DemoLifecycle; versions: DemoVersion[] };
export type DemoInterface = { slug: string; service: string; owner: string; visibility: DemoVisibility; lines: DemoLine[] };

/** One call of `publishSpec`. */
export type DemoPublish = {
  service: string; interface: string; line: string; owner: string;
  visibility: DemoVisibility; lifecycle: DemoLifecycle;
  root: string; files: string[]; publishedDaysAgo: number;
};

/**
 * `from` uses `to`, both services. `via` is the operation (`GET /wagons/{wagonNumber}`) of a call, the channel's address
 * of an event or command, and the interface's slug where no operation is known. `interface` and `line` offer it.
 */
export type DemoEdge = {
  from: string; to: string; flow: "call" | "event" | "command"; via: string;
  interface: string; line: string; evidence: ("declared" | "specified")[];
};
