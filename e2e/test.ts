import { test as base } from "playwright/test";

export { expect } from "playwright/test";

type Server = {
  url: string;
  /** An administrator's token. */
  token: string;
};

/**
 * A journey's `test`: `page` and `request` know the server's address, `server` has it and the administrator's token.
 * Journeys share one catalog: name what you publish with `unique`.
 */
export const test = base.extend<{ server: Server; unique: (name: string) => string }>({
  baseURL: async ({}, use) => use(serverUrl()),
  server: async ({}, use) => use({ url: serverUrl(), token: process.env["INTERMESH_E2E_TOKEN"] ?? "" }),
  unique: async ({}, use, info) => use((name) => `${name}-${info.workerIndex}-${info.testId.slice(-6)}-${info.retry}`),
});

function serverUrl(): string {
  const url = process.env["INTERMESH_E2E_URL"];
  if (!url) throw new Error("INTERMESH_E2E_URL is not set: run journeys through playwright, whose setup starts the server.");
  return url;
}
