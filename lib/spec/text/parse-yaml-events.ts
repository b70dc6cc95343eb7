import type { Event } from "js-yaml";
import { parseEvents, YAMLException } from "js-yaml";

/** Events over `source`, which is the text with lines moved to the right where `repairedAt` says so. */
export type YamlEvents = { events: Event[]; source: string; repairedAt: number | null; originalOffset: (offset: number) => number };

const INDENT = " ".repeat(64);
/** Characters parsed again in all: so much for the patience with one file. */
const REPAIR_WORK_MAX = 40_000_000;
const REPAIRS_MAX = 2_000;

/**
 * Parses YAML. Quoted text and brackets that continue too far to the left are read all the same: white space means
 * nothing there, so moving those lines to the right changes nothing (YAML 1.2.2, sections 6.5 and 7.4).
 * Throws `YAMLException` for everything else.
 */
export function parseYamlEvents(text: string, depthMax: number): YamlEvents {
  const inserted: number[] = [];
  let source = text;
  for (let work = 0; ; work += source.length) {
    try {
      return { events: parseEvents(source, { maxDepth: depthMax }), source, repairedAt: inserted[0] ?? null, originalOffset };
    } catch (error) {
      const offset = error instanceof YAMLException && error.reason === "deficient indentation" ? error.mark?.position : undefined;
      if (offset === undefined || work > REPAIR_WORK_MAX || inserted.length >= REPAIRS_MAX) throw withOriginalOffset(error, originalOffset);
      const lineStart = source.lastIndexOf("\n", offset - 1) + 1;
      inserted.push(originalOffset(lineStart));
      source = source.slice(0, lineStart) + INDENT + source.slice(lineStart);
    }
  }

  function originalOffset(offset: number): number {
    let original = offset;
    // Lines are repaired from the top to the bottom, so each insertion lies behind those before it.
    for (let index = 0; index < inserted.length; index++) {
      const at = (inserted[index] ?? 0) + index * INDENT.length;
      if (offset >= at) original = Math.max(inserted[index] ?? 0, offset - (index + 1) * INDENT.length);
    }
    return original;
  }
}

function withOriginalOffset(error: unknown, originalOffset: (offset: number) => number): unknown {
  if (error instanceof YAMLException && error.mark) error.mark.position = originalOffset(error.mark.position);
  return error;
}
