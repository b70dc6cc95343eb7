import type { Event } from "js-yaml";
import { constructFromEvents, CORE_SCHEMA, defineMappingTag, defineScalarTag, defineSequenceTag, EVENT_ID, mapTag, mergeTag, YAMLException } from "js-yaml";
import type { Limits } from "../limits.ts";
import type { YamlEvents } from "./parse-yaml-events.ts";
import { parseYamlEvents } from "./parse-yaml-events.ts";
import type { ReadText } from "./read-text.ts";
import type { TextProblem } from "./text-problem.ts";
import { UnreadableText } from "./text-problem.ts";
import { findYamlDuplicates, locateInYaml } from "./yaml-nodes.ts";

// A tag of someone's own (`!Ref x`, `!!binary x`) is read as the plain value that it stands on.
const anyTag = { matchByTagPrefix: true };
const schema = CORE_SCHEMA.withTags(
  mergeTag,
  defineScalarTag("", { ...anyTag, resolve: (source) => source, identify: () => false }),
  defineSequenceTag("", { ...anyTag, create: () => [] as unknown[], addItem: (list, item) => void list.push(item), identify: () => false }),
  defineMappingTag("", { ...anyTag, create: () => ({}), addPair: mapTag.addPair, has: mapTag.has, keys: mapTag.keys, get: mapTag.get, identify: () => false }),
);

/**
 * Reads one YAML 1.2 document (core schema, with merge keys). The last of duplicate members wins, as in JSON.
 * Throws `UnreadableText` with the place of the mistake, or naming the limit that it goes beyond.
 */
export function readYaml(text: string, limits: Limits): ReadText {
  const { events, source, repairedAt, originalOffset } = parse(text, limits);
  const { documents, problems } = construct(source, events, limits);
  const filled = documents.filter((tree) => tree !== null && tree !== undefined);
  if (filled.length > 1) {
    throw new UnreadableText({
      code: "yaml-documents", message: `The file holds ${filled.length} YAML documents, separated by \`---\`; one is expected.`,
      help: "Put each document into a file of its own.", offset: secondDocument(text),
    });
  }
  const placed = problems.map((problem) => ({ ...problem, offset: originalOffset(problem.offset) }));
  if (repairedAt !== null) placed.push(indentationProblem(repairedAt));
  return {
    tree: filled[0] ?? null, syntax: "yaml", problems: placed,
    locate: (trie) => new Map([...locateInYaml(source, events, trie)].map(([pointer, offset]) => [pointer, originalOffset(offset)])),
    sharesNodes: events.some((event) => event.type === EVENT_ID.ALIAS),
  };
}

function parse(text: string, limits: Limits): YamlEvents {
  try {
    return parseYamlEvents(text, limits.depthMax);
  } catch (error) {
    throw unreadable(error, limits);
  }
}

function construct(source: string, events: Event[], limits: Limits): { documents: unknown[]; problems: TextProblem[] } {
  const options = { source, schema, maxTotalMergeKeys: limits.aliasNodesMax };
  try {
    return { documents: constructFromEvents(events, options), problems: [] };
  } catch (error) {
    if (!(error instanceof YAMLException) || !error.reason.includes("duplicated mapping key")) throw unreadable(error, limits);
  }
  try {
    return { documents: constructFromEvents(events, { ...options, json: true }), problems: findYamlDuplicates(source, events) };
  } catch (error) {
    throw unreadable(error, limits);
  }
}

function unreadable(error: unknown, limits: Limits): UnreadableText {
  if (!(error instanceof YAMLException)) return new UnreadableText({ code: "syntax", message: `The file cannot be read as YAML: ${String(error)}`, offset: 0 });
  const offset = error.mark?.position ?? 0;
  if (error.reason.includes("maxDepth")) {
    return new UnreadableText({ code: "limit-depth", message: `The file nests deeper than the limit of ${limits.depthMax} levels.`, offset });
  }
  if (error.reason.includes("maxTotalMergeKeys")) {
    return new UnreadableText({ code: "limit-aliases", message: `Merge keys of the file expand to more than the limit of ${limits.aliasNodesMax} nodes.`, offset });
  }
  const help = /tab/.test(error.reason) ? "Indent with spaces: YAML forbids tabs there." : undefined;
  return new UnreadableText({ code: "syntax", message: `The file cannot be read as YAML: ${error.reason}.`, help, offset });
}

function indentationProblem(offset: number): TextProblem {
  return {
    severity: "warning", code: "yaml-indentation", offset, help: "Indent each line of it further than the member that it belongs to.",
    message: "Quoted text or a bracket goes on further to the left than YAML allows; it was read as it was meant, but other programs may refuse it.",
  };
}

function secondDocument(text: string): number {
  const marks = [...text.matchAll(/^---(?=\s|$)/gm)].map((match) => match.index);
  return (text.slice(0, marks[0] ?? 0).trim() === "" ? marks[1] : marks[0]) ?? 0;
}
