import type { Server } from "../../normalized-spec.ts";
import { serverOf, serverVariables } from "../../servers.ts";
import type { Node } from "../../text/resolution.ts";
import { childOf, isObject, itemsOf, textOf, textsOf } from "../../values.ts";
import type { Reading } from "./reading.ts";
import { at } from "./reading.ts";

/** `servers` of the document, a path or an operation; for an operation of Swagger 2 its `schemes`. `null` where it says nothing. */
export function readServers(reading: Reading, holder: Node): Server[] | null {
  const list = at(reading, holder, "servers");
  if (!list || !Array.isArray(list.value)) return null;
  return itemsOf(list).flatMap((item) => {
    const node = reading.doc.follow(item);
    if (!node || !isObject(node.value)) return [];
    const url = textOf(node.value["url"]) ?? "";
    return [serverOf(url, { name: textOf(node.value["name"]), description: textOf(node.value["description"]), variables: serverVariables(node.value["variables"]), pointer: node.pointer })];
  });
}

/** `schemes`, `host` and `basePath` of Swagger 2 as servers. */
export function readSwaggerServers(root: Node): Server[] {
  const value = isObject(root.value) ? root.value : {};
  const host = textOf(value["host"]) ?? "";
  const basePath = textOf(value["basePath"]) ?? "";
  if (host === "" && (basePath === "" || basePath === "/")) return [];
  const schemes = textsOf(value["schemes"]);
  const path = basePath === "/" ? "" : basePath.startsWith("/") || basePath === "" ? basePath : `/${basePath}`;
  const pointer = childOf(root, host === "" ? "basePath" : "host").pointer;
  if (host === "") return [serverOf(path, { pointer })];
  return (schemes.length > 0 ? schemes : ["https"]).map((scheme) => serverOf(`${scheme}://${host}${path}`, { pointer }));
}
