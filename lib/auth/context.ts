import type { Database } from "#db/client.ts";
import type { Actor } from "./actor.ts";
import { scopeOf, type Scope } from "./scope.ts";

/** What every use case is given: who asks, what they may see, which request it was and from where, and where to read and write. */
export type Ctx = { actor: Actor; scope: Scope; requestId: string; address?: string | null; db: Database };

/** The installation's own context, for jobs and the demo mesh; `name` says which part of it acts. */
export function systemContext(db: Database, name: string): Ctx {
  const actor: Actor = { kind: "system", name };
  return { actor, scope: scopeOf(actor, false), requestId: `${name}-${crypto.randomUUID()}`, db };
}
