import { defineConfig } from "vitest/config";

const excluded = ["**/node_modules/**", "**/.next/**", "dist/**", ".intermesh/**"];

export default defineConfig({
  test: {
    globalSetup: ["scripts/testing/engines.setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: "tests", include: ["**/*.test.{ts,tsx}"], exclude: excluded },
      },
      {
        // Processes are killed here, on the whole built product: one file after the other.
        extends: true,
        test: { name: "drills", include: ["**/*.drill.ts"], exclude: excluded, fileParallelism: false, sequence: { groupOrder: 1 }, testTimeout: 240_000, hookTimeout: 240_000 },
      },
    ],
  },
});
