import { z } from "zod";
import type { QueueOptions } from "pg-boss";

const UsesBefore = z.array(z.object({
  serviceId: z.number().nullable(), interfaceId: z.number().nullable(),
  uses: z.array(z.object({ operation: z.string().nullable(), message: z.string().nullable(), fields: z.array(z.string()), evidence: z.array(z.object({ kind: z.string(), source: z.string(), sentence: z.string().nullable() })) })),
}));
const VersionPayload = z.object({ versionId: z.number() });
const InterfacePayload = z.object({ interfaceId: z.number() });
const EntityPayload = z.object({ kind: z.enum(["service", "team", "domain"]), id: z.number() });

// A killed worker's job is taken up again as soon as its heartbeat is missed.
const common = { notify: true, retryLimit: 20, retryDelay: 1, retryBackoff: true, retryDelayMax: 60, heartbeatSeconds: 10, expireInSeconds: 900 } as const satisfies QueueOptions & Record<string, unknown>;

/** Every job: its name, what it carries, how it is retried. The worker wires the handlers. */
export const jobs = {
  /** Makes a version searchable and takes the one before it out. */
  "index-version": { payload: VersionPayload, queue: common },
  /** Takes all of an interface out of the index: hidden, deleted, retired. */
  "remove-from-index": { payload: InterfacePayload, queue: common },
  /** Indexes all current versions of an interface anew: owner, slug, visibility or lifecycle changed. */
  "index-interface": { payload: InterfacePayload, queue: common },
  "index-entity": { payload: EntityPayload, queue: common },
  /** Compares a version with the one before it, finds whom it touches and has them told. */
  "compare-version": { payload: VersionPayload.extend({ quiet: z.boolean().optional(), before: UsesBefore.optional() }), queue: common },
  /** Derives what follows for dependencies from a publish, a new provider or another word on brokers. */
  "derive-dependencies": { payload: z.object({ interfaceId: z.number().optional(), serviceId: z.number().optional(), channelIds: z.array(z.number()).optional(), rerecord: z.boolean().optional() }), queue: common },
  /** Removes rows of operations and properties of versions that are neither current nor pinned. */
  "prune-rows": { payload: z.object({ lineId: z.number() }), queue: common },
  // At most one of each of these waits; that only one runs is seen to by `oneAtATime`. The queue's own way (policy
  // "stately") can leave a job waiting for minutes after a worker was killed.
  /** Builds the index anew beside the old one and swaps it in. */
  reindex: { payload: z.object({ reason: z.string() }), queue: { ...common, policy: "short", expireInSeconds: 3 * 3600 } },
  /** Compares the index with the database and mends what differs. */
  // It comes again by itself: waiting long after a failure would only hold up the next one.
  reconcile: { payload: z.object({}), queue: { ...common, policy: "short", retryLimit: 5, retryDelayMax: 2 } },
  /** Brings migrations up to date with documents and with who uses what; nothing given: all of them. */
  "settle-migrations": { payload: z.object({ interfaceId: z.number().optional(), serviceId: z.number().optional() }), queue: common },
  /** What the clock does: settles all migrations, reminds of ends that come near, lets requests for access expire. */
  "watch-dates": { payload: z.object({}), queue: { ...common, policy: "short", retryLimit: 5 } },
  /** Settles who is told of a piece of news, and over which channels. */
  "fan-out": { payload: z.object({ newsId: z.number() }), queue: common },
  /** One message to one recipient over one channel; it keeps count of its own attempts. */
  deliver: { payload: z.object({ deliveryId: z.number() }), queue: { ...common, expireInSeconds: 300 } },
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]["payload"]>;
