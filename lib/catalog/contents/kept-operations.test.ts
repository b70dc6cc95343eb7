import { expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { keptOperations } from "./kept-operations.ts";
import type { OperationSummary, VersionContents } from "./version-contents.ts";

test("asks for the operations of a version once, however often they are listed", async () => {
  let asked = 0;
  // As Drizzle's queries are: carried out each time that somebody awaits them.
  const query: PromiseLike<OperationSummary[]> = {
    then(resolve, reject) {
      asked += 1;
      return Promise.resolve([]).then(resolve, reject);
    },
  };
  const contents = { listOperations: () => query } as unknown as VersionContents;
  const db = {} as Database;
  for (let round = 0; round < 3; round += 1) await keptOperations(db, 7, contents).listOperations();
  expect(asked).toBe(1);
});
