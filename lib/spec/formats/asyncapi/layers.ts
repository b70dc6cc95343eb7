import type { Node } from "../../text/resolution.ts";
import type { Json } from "../../values.ts";
import { childOf, isObject, itemsOf } from "../../values.ts";
import type { Reading } from "./reading.ts";

/**
 * An operation or message object and its traits, the one whose members win first. In 2.x the last trait overrides the
 * object itself (2.6, "Operation Trait Object": JSON merge patch in the order given); in 3.x the object overrides its
 * traits, and of those the later the earlier (3.0, "Traits Merge Mechanism").
 */
export function layersOf(reading: Reading, node: Node): Node[] {
  const traits = itemsOf(childOf(node, "traits"))
    .map((trait) => reading.doc.follow(trait))
    .filter((trait) => trait !== null)
    .reverse();
  return reading.major === 2 ? [...traits, node] : [node, ...traits];
}

/** The member of the first layer that has it; its value is `undefined` where none does. */
export function pick(layers: Node[], name: string): Node {
  const found = layers.map((layer) => childOf(layer, name)).find(({ value }) => value !== undefined && value !== null);
  return found ?? childOf(layers[0] ?? { file: "", pointer: "", value: undefined }, name);
}

/** A member that holds an object, of all layers together, references followed; `null` where none has it. */
export function mergedObject(reading: Reading, layers: Node[], name: string): Json | null {
  const objects = layers
    .map((layer) => childOf(layer, name))
    .filter(({ value }) => isObject(value))
    .map((node) => reading.doc.follow(node)?.value)
    .filter(isObject);
  return objects.length === 0 ? null : objects.reduceRight<Json>((merged, object) => mergePatch(merged, object), {});
}

/** JSON merge patch (RFC 7396) of two objects: `patch` wins, objects within are merged. */
export function mergePatch(target: Json, patch: Json): Json {
  const merged: Json = { ...target };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = isObject(value) && isObject(merged[name]) ? mergePatch(merged[name], value) : value;
  }
  return merged;
}
