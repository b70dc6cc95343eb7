import { setTimeout as sleep } from "node:timers/promises";
import type { Job, PgBoss } from "pg-boss";
import { type JobName, type JobPayload, jobs } from "./jobs.ts";

type Lanes<Name extends JobName> = {
  boss: PgBoss;
  name: Name;
  /** Works off jobs of one group and tells of each that is over; what it has not told of when it ends is over too. */
  run: (group: string, payloads: JobPayload<Name>[], isOver: (payload: JobPayload<Name> | undefined) => void) => Promise<void>;
  onError: (error: Error) => void;
  /** Most jobs that are held at once, and most groups. */
  heldMax?: number;
  lanesMax?: number;
  pollMs?: number;
};

const fetchMax = 200;

/**
 * Works on the jobs of a queue by group: those of one group, as many as were there, in a lane of their own. While a lane is
 * busy no more of its group are taken, so that a group that is slow keeps nothing but its own lane. Jobs are held by
 * heartbeat, like any worker's: after a crash others take them up.
 */
export function workInLanes<Name extends JobName>({ boss, name, run, onError, heldMax = 1_000, lanesMax = 250, pollMs = 500 }: Lanes<Name>) {
  const held = new Set<Job>();
  const lanes = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let wake = new AbortController();
  const heartbeat = setInterval(() => {
    if (held.size > 0) boss.touch(name, [...held]).catch(onError);
  }, (jobs[name].queue.heartbeatSeconds * 1000) / 3);

  async function look(): Promise<void> {
    while (!stopping.signal.aborted) {
      const room = Math.min(fetchMax, heldMax - held.size);
      const taken = room > 0 && lanes.size < lanesMax ? await take(room) : 0;
      // A lane that ends, or somebody who knows of work, wakes us; the pause lets several of them do so at once.
      if (taken < room) await pause(pollMs);
      await sleep(taken > 0 ? 0 : 10);
    }
  }

  async function take(room: number): Promise<number> {
    const found = await boss.fetch<object>(name, { batchSize: room, ignoreGroups: [...lanes.keys()] }).catch((error: Error) => (onError(error), []));
    for (const job of found) held.add(job);
    for (const [group, ofGroup] of Map.groupBy(found, ({ groupId, id }) => groupId ?? id)) {
      lanes.set(group, work(group, ofGroup).catch(onError).finally(() => (lanes.delete(group), wake.abort())));
    }
    return found.length;
  }

  async function work(group: string, ofGroup: Job[]): Promise<void> {
    const payloads = new Map(ofGroup.map((job) => [jobs[name].payload.parse(job.data) as JobPayload<Name>, job]));
    const over: Job[] = [];
    let settling: Promise<unknown> = Promise.resolve();
    /** Those that are over are written off together, while others go on. */
    const settle = (): Promise<unknown> => (settling = settling.then(() => {
      const some = over.splice(0);
      return some.length === 0 ? undefined : boss.complete(name, some).finally(() => some.forEach((job) => held.delete(job)));
    }).catch(onError));
    const isOver = (payload: JobPayload<Name> | undefined): void => {
      const job = payload && payloads.get(payload);
      if (payload) payloads.delete(payload);
      if (job && over.push(job) >= 50) void settle();
    };
    try {
      await run(group, [...payloads.keys()], isOver);
      [...payloads.keys()].forEach(isOver);
    } catch (error) {
      onError(error as Error);
      const failed = [...payloads.values()];
      if (failed.length > 0) await boss.fail(name, failed, { message: (error as Error).message }).finally(() => failed.forEach((job) => held.delete(job)));
    } finally {
      await settle();
    }
  }

  async function pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: AbortSignal.any([wake.signal, stopping.signal]) }).catch(() => undefined);
    if (wake.signal.aborted) wake = new AbortController();
  }

  const looking = look();
  return {
    /** There is work: look at once, not at the next poll. */
    wake: () => wake.abort(),
    /** Takes no more, and waits for what is under way, `graceMs` at most. */
    async stop(graceMs: number): Promise<void> {
      stopping.abort();
      await Promise.race([looking.then(() => Promise.all(lanes.values())), sleep(graceMs, undefined, { ref: false })]);
      clearInterval(heartbeat);
    },
  };
}
