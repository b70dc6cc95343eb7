import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "#db/client.ts";
import { users, verifications } from "#db/schema/auth.ts";
import { auditLog } from "#db/schema/system/audit-log.ts";
import { ConflictError, ForbiddenError, ValidationError } from "../../errors.ts";
import { openTestDatabase } from "../testing.ts";
import { createFirstAdministrator } from "./create-first-administrator.ts";
import { createSetupSecret } from "./create-setup-secret.ts";
import { isSetupSecret } from "./is-setup-secret.ts";

let db: Database;
let close: () => Promise<void>;
beforeEach(async () => ({ db, close } = await openTestDatabase()));
afterEach(() => close());

const ada = { name: "Ada", email: "Ada@Example.com", password: "correct horse battery" };

it("makes the first administrator, once", async () => {
  const secret = (await createSetupSecret(db))!;
  expect(await isSetupSecret(db, secret)).toBe(true);
  expect(await createFirstAdministrator(db, secret, ada, { requestId: "r", address: "192.0.2.1" })).toEqual({ email: "ada@example.com" });
  expect(await db.select({ action: auditLog.action, who: auditLog.actorName, from: auditLog.address }).from(auditLog)).toEqual([{ action: "person.join", who: "Ada", from: "192.0.2.1" }]);
  expect(await db.select({ email: users.email, role: users.role }).from(users)).toEqual([{ email: "ada@example.com", role: "admin" }]);
  expect(await isSetupSecret(db, secret)).toBe(false);
  await expect(createFirstAdministrator(db, secret, { ...ada, email: "eve@example.com" })).rejects.toThrow(ForbiddenError);
});

it("makes one administrator of two who use the link at once", async () => {
  const secret = (await createSetupSecret(db))!;
  const both = await Promise.allSettled(["a@example.com", "b@example.com"].map((email) => createFirstAdministrator(db, secret, { ...ada, email })));
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.select({ id: users.id }).from(users)).toHaveLength(1);
});

it("gives no link once there is an administrator", async () => {
  await createFirstAdministrator(db, (await createSetupSecret(db))!, ada);
  expect(await createSetupSecret(db)).toBeNull();
});

it("ends the link of an earlier start", async () => {
  const first = (await createSetupSecret(db))!;
  await createSetupSecret(db);
  await expect(createFirstAdministrator(db, first, ada)).rejects.toThrow(ForbiddenError);
});

it("ends after a day, and keeps only a hash", async () => {
  const secret = (await createSetupSecret(db, new Date(Date.now() - 25 * 3_600_000)))!;
  expect(JSON.stringify(await db.select().from(verifications))).not.toContain(secret);
  expect(await isSetupSecret(db, secret)).toBe(false);
  await expect(createFirstAdministrator(db, secret, ada)).rejects.toThrow(ForbiddenError);
});

it("keeps the link when what was typed has to be mended", async () => {
  const secret = (await createSetupSecret(db))!;
  await expect(createFirstAdministrator(db, secret, { name: " ", email: "nobody", password: "short" })).rejects.toSatisfy(
    (error) => error instanceof ValidationError && Object.keys(error.detail["fields"] as object).join() === "name,email,password",
  );
  await db.insert(users).values({ id: "taken", name: "Taken", email: "ada@example.com" });
  await expect(createFirstAdministrator(db, secret, ada)).rejects.toThrow(ConflictError);
  await db.delete(users).where(eq(users.id, "taken"));
  await createFirstAdministrator(db, secret, ada);
});
