import { asc } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "#db/client.ts";
import { grants } from "#db/schema/catalog/grants.ts";
import { interfaces } from "#db/schema/catalog/interfaces.ts";
import type { Actor } from "./actor.ts";
import { scopeOf, type Scope } from "./scope.ts";
import { addTeam, openTestDatabase } from "./testing.ts";
import { listedInterfaces, visibleInterfaces } from "./visible-interfaces.ts";

let db: Database;
let close: () => Promise<void>;
let owner: number;
let guest: number;
beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  [owner, guest] = [await addTeam(db, "owner"), await addTeam(db, "guest")];
  for (const visibility of ["public", "internal", "listed", "private"] as const) {
    const [row] = await db.insert(interfaces).values({ slug: visibility, title: visibility, format: "openapi", visibility, ownerTeamId: owner }).returning({ id: interfaces.id });
    if (visibility === "private") await db.insert(grants).values({ interfaceId: row!.id, teamId: guest });
  }
  await db.insert(interfaces).values({ slug: "deleted", title: "deleted", format: "openapi", visibility: "public", deletedAt: new Date() });
});
afterAll(() => close());

const member = (...teamIds: number[]): Actor => ({ kind: "person", id: "p", name: "P", email: "p@example.com", role: "member", teams: teamIds.map((id) => ({ id, role: "member" })) });
const slugs = async (where: ReturnType<typeof visibleInterfaces>) => (await db.select({ slug: interfaces.slug }).from(interfaces).where(where).orderBy(asc(interfaces.id))).map((row) => row.slug).join(" ");

const sees = async (scope: Scope) => ({ contents: await slugs(visibleInterfaces(scope)), names: await slugs(listedInterfaces(scope)), internalParts: scope.seesInternalParts });

it("shows each reader what is theirs to see", async () => {
  expect({
    "visitor, no anonymous reading": await sees(scopeOf({ kind: "anonymous" }, false)),
    "visitor": await sees(scopeOf({ kind: "anonymous" }, true)),
    "outsider": await sees(scopeOf(member(), false)),
    "team with a grant": await sees(scopeOf(member(guest), false)),
    "owning team": await sees(scopeOf(member(owner), false)),
    "administrator": await sees(scopeOf({ ...member(), role: "admin" } as Actor, false)),
  }).toMatchInlineSnapshot(`
    {
      "administrator": {
        "contents": "public internal listed private",
        "internalParts": true,
        "names": "public internal listed private",
      },
      "outsider": {
        "contents": "public internal",
        "internalParts": true,
        "names": "public internal listed",
      },
      "owning team": {
        "contents": "public internal listed private",
        "internalParts": true,
        "names": "public internal listed private",
      },
      "team with a grant": {
        "contents": "public internal private",
        "internalParts": true,
        "names": "public internal listed private",
      },
      "visitor": {
        "contents": "public internal",
        "internalParts": false,
        "names": "public internal listed",
      },
      "visitor, no anonymous reading": {
        "contents": "",
        "internalParts": false,
        "names": "",
      },
    }
  `);
});

it("shows visitors what is public alone where only that is open, and of the rest not even names", async () => {
  expect(await sees(scopeOf({ kind: "anonymous" }, "public"))).toEqual({ contents: "public", names: "public", internalParts: false });
});
