import { expect, it } from "vitest";
import { tellWhileWaiting } from "./tell-while-waiting.ts";

it("says again and again that something lasts, until it is done", async () => {
  const said: string[] = [];
  const { promise, resolve } = Promise.withResolvers<string>();
  const say = (line: string) => {
    said.push(line);
    if (said.length === 2) resolve("done");
  };
  expect(await tellWhileWaiting("api.yaml is being compared", promise, { every: 1, say })).toBe("done");
  expect(said).toHaveLength(2);
  expect(said[0]).toContain("api.yaml is being compared (");
});
