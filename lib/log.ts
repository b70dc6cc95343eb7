import { pino } from "pino";

/** Structured log on standard output. Secrets never reach it: headers and bodies are not logged. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: { process: process.env.INTERMESH_PROCESS ?? "web" },
  redact: ["*.authorization", "*.cookie", "*.password", "*.token", "*.secret"],
});
