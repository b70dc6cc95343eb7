import { ensureBrowser } from "#scripts/testing/browser.ts";

try {
  process.stderr.write(`${ensureBrowser()}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
