import { notFound } from "next/navigation";
import { isAdministrator } from "./actor.ts";
import type { Ctx } from "./context.ts";
import { personContext } from "./request-context.ts";

/** The context of a page for administrators; for everyone else who is signed in there is no such page. */
export async function administratorContext(): Promise<Ctx> {
  const ctx = await personContext();
  if (!isAdministrator(ctx.actor)) notFound();
  return ctx;
}
