import { defineConfig } from "playwright/test";
import { browserFlags, findBrowser } from "./scripts/testing/browser.ts";

const executablePath = findBrowser();

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.e2e.ts",
  globalSetup: "./e2e/stack.setup.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env["INTERMESH_E2E_REPORT"] ? [["dot"], ["json", { outputFile: process.env["INTERMESH_E2E_REPORT"] }]] : [["list"]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { args: browserFlags(), ...(executablePath ? { executablePath } : {}) },
  },
});
