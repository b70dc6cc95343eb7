export { impactVerdicts, levels, verdicts } from "#db/schema/comparison/words.ts";
