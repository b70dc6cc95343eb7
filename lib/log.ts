import { pino } from "pino";

// Values of a failed query are whatever was sent: passwords' hashes, sessions, people's words.
const secrets = ["authorization", "cookie", "password", "token", "secret", "params", "set-cookie"].map((name) => (name.includes("-") ? `["${name}"]` : name));
const depths = ["", "*.", "*.*.", "*.*.*."];

/** Structured log on standard output. Secrets never reach it: headers and bodies are not logged, and what looks like one is cut out. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: { process: process.env.INTERMESH_PROCESS ?? "web" },
  redact: depths.flatMap((depth) => secrets.map((name) => (name.startsWith("[") ? `${depth.slice(0, -1)}${name}` : `${depth}${name}`))),
  // An answer that an error holds cannot be looked through for secrets, and is no part of a log.
  serializers: { err: (error: Error) => ({ ...pino.stdSerializers.err(error), response: undefined }) },
  hooks: { streamWrite: withoutSecrets },
});

/** In a written line: our own tokens, bearer tokens, and the values that Drizzle puts into the message of a failed query. */
function withoutSecrets(line: string): string {
  return line
    .replace(/\\nparams: (?:(?!\\n {4}at )(?:[^"\\]|\\.))*/g, "\\nparams: [Redacted]")
    .replace(/\bim_[\w-]{8,}/g, "im_[Redacted]")
    .replace(/\b(Bearer|Basic) +[\w.~+/=-]+/gi, "$1 [Redacted]");
}
