import type { Ctx } from "#lib/auth/context.ts";
import { callableServers, type CallableServer } from "#lib/spec/samples/server-origins.ts";
import type { VersionAddress } from "../versions/find-version.ts";
import { getInterface } from "../interfaces/get-interface.ts";
import { getOperation } from "./get-operation.ts";

/** An HTTP operation with the servers on which it can be tried. `ours` are the origins of this product, which are never among them. */
export async function getCallableOperation({ ctx, input }: { ctx: Ctx; input: VersionAddress & { key: string; ours: string[] } }) {
  const [opened, detail] = await Promise.all([getOperation({ ctx, input }), getInterface({ ctx, input })]);
  const isCallable = opened.operation.kind === "http" && opened.operation.address !== null;
  const servers: CallableServer[] = isCallable ? callableServers(opened.operation.servers ?? detail.facts.servers ?? [], input.ours) : [];
  return { ...opened, detail, servers };
}
