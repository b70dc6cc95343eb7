import { expect, it } from "vitest";
import { readStartOptions } from "#scripts/run/start-options.ts";

it("serves this machine only, on port 3000, with the embedded database, unless told otherwise", () => {
  expect(readStartOptions([], {} as NodeJS.ProcessEnv)).toEqual({
    host: "127.0.0.1", port: 3000, url: "http://localhost:3000", empty: false, databaseUrl: null, meiliUrl: null, isLocal: true,
  });
});

it("knows when other machines can reach the server", () => {
  const of = (HOST: string) => readStartOptions([], { HOST } as unknown as NodeJS.ProcessEnv);
  expect(of("0.0.0.0")).toMatchObject({ isLocal: false, url: "http://localhost:3000" });
  expect(of("10.0.0.7")).toMatchObject({ isLocal: false, url: "http://10.0.0.7:3000" });
  expect(of("::1")).toMatchObject({ isLocal: true });
});

it("refuses a port that is none, and a flag that it does not know", () => {
  expect(() => readStartOptions([], { PORT: "web" } as unknown as NodeJS.ProcessEnv)).toThrow(/PORT is "web"; it must be a number/);
  expect(() => readStartOptions(["--emtpy"], {} as NodeJS.ProcessEnv)).toThrow(/--emtpy/);
});
