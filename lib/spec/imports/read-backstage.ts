import { loadAll } from "js-yaml";
import { isObject, objectOf, textOf, textsOf } from "../values.ts";
import { bareService, type ImportedService, type ImportedUse, slugOfName } from "./imported-service.ts";

/**
 * Components of a Backstage `catalog-info.yaml`: each is a service that provides and consumes APIs by name and depends on
 * other components. Groups and systems are named by the last part of their reference.
 */
export function readBackstage(text: string, file: string): ImportedService[] {
  const entities = (loadAll(text) as unknown[]).filter(isObject).filter((entity) => textOf(entity["apiVersion"])?.startsWith("backstage.io/"));
  return entities.filter((entity) => entity["kind"] === "Component").map((entity): ImportedService => {
    const metadata = objectOf(entity["metadata"]);
    const spec = objectOf(entity["spec"]);
    const service = slugOfName(textOf(metadata["name"]) ?? "");
    const use = (words: string, sentence: string): ImportedUse => ({ words, operation: null, fields: [], sentence, file, line: null });
    const named = textOf(metadata["title"]) ?? textOf(metadata["name"]) ?? service;
    return {
      ...bareService(service),
      title: named, description: textOf(metadata["description"]),
      owner: lastPart(textOf(spec["owner"])), domain: lastPart(textOf(spec["domain"])) ?? lastPart(textOf(spec["system"])),
      provides: textsOf(spec["providesApis"]).map((name) => lastPart(name) ?? name),
      uses: [
        ...textsOf(spec["consumesApis"]).map((name) => use(lastPart(name) ?? name, `The catalog entry of ${named} consumes the API \`${name}\`.`)),
        ...textsOf(spec["dependsOn"]).filter((name) => /^component:/i.test(name)).map((name) => use(`service:${lastPart(name)}`, `The catalog entry of ${named} depends on \`${name}\`.`)),
      ],
    };
  }).filter(({ service }) => service !== "");
}

/** `group:default/orders` as `orders`. */
function lastPart(reference: string | null): string | null {
  const name = reference?.split(/[:/]/).at(-1);
  return name ? slugOfName(name) : null;
}
