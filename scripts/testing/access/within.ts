import type { Ctx } from "#lib/auth/context.ts";
import type { Given, RowDetails, Subject } from "./row.ts";
import type { World } from "./world.ts";

/** The world as seen from inside a cell's transaction, so that what a row makes goes with it. */
export function within(world: World, db: World["db"]): World {
  const inside = (ctx: Ctx): Ctx => ({ ...ctx, db });
  const team = ({ member, maintainer, ...rest }: World["owners"]) => ({ ...rest, member: inside(member), maintainer: inside(maintainer) });
  const people = Object.fromEntries(Object.entries(world.people).map(([who, ctx]) => [who, inside(ctx)])) as World["people"];
  return { ...world, db, people, owners: team(world.owners), others: team(world.others), admin: inside(world.admin), administrator: inside(world.administrator), publish: (text, options, ctx = world.admin) => world.publish(text, options, inside(ctx)) };
}

/** What a row sends about a subject, with what fills its address; makes first what the row wants to be there. */
export async function settled(world: World, { given = {} }: RowDetails, subject: Subject): Promise<Given> {
  return fill(typeof given === "function" ? await given({ ...world, subject }) : given, subject);
}

export function fill(given: Given, subject: Subject): Given {
  const params = { slug: subject.slug, n: "1", key: "GET~orders", name: "Order", id: subject.versionChannel, ...given.params };
  return { ...given, params };
}
