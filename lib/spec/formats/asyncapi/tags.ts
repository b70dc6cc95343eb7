import type { ExternalDocs, Tag } from "../../normalized-spec.ts";
import { externalDocsOf, tagOf } from "../../shared-objects.ts";
import type { Node } from "../../text/resolution.ts";
import { childOf, isObject, itemsOf } from "../../values.ts";
import type { Reading } from "./reading.ts";

/** A list of tag objects, in 3.x also behind references; one without a name is left out. */
export function readTags(reading: Reading, list: Node): Tag[] {
  return itemsOf(list).flatMap((item) => {
    const tag = reading.doc.follow(item);
    const read = tagOf(tag?.value);
    return tag === null || read === null ? [] : [{ ...read, externalDocs: readExternalDocs(reading, childOf(tag, "externalDocs")) }];
  });
}

export function tagNames(reading: Reading, list: Node): string[] {
  return [...new Set(readTags(reading, list).map(({ name }) => name))];
}

export function readExternalDocs(reading: Reading, node: Node): ExternalDocs | null {
  return isObject(node.value) ? externalDocsOf(reading.doc.follow(node)?.value) : null;
}
