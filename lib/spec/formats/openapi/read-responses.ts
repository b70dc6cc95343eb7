import type { Response } from "../../normalized-spec.ts";
import type { Node } from "../../text/resolution.ts";
import { isObject, membersOf, textOf } from "../../values.ts";
import { readContent } from "./read-content.ts";
import type { ParameterOwner } from "./read-parameters.ts";
import { readHeaders } from "./read-parameters.ts";
import type { Reading } from "./reading.ts";
import { at } from "./reading.ts";
import { readSwaggerContent } from "./swagger-body.ts";

/** `responses` of an operation, in the order written. */
export function readResponses(reading: Reading, operation: Node, owner: ParameterOwner): Response[] {
  const responses = at(reading, operation, "responses");
  if (!responses) return [];
  return membersOf(responses).flatMap(([written, holder]) => {
    if (written.startsWith("x-")) return [];
    const node = reading.doc.follow(holder);
    if (!node || !isObject(node.value)) return [];
    const status = /^\dxx$/i.test(written) ? written.toUpperCase() : written;
    const place = { owner: { kind: "operation" as const, id: owner.key }, place: `response.${status}`, internal: owner.internal };
    return [{
      status, description: textOf(node.value["description"]) ?? textOf(node.value["summary"]),
      headers: readHeaders(reading, at(reading, node, "headers"), status, owner),
      content: reading.generation === "2.0" ? readSwaggerContent(reading, node, operation, status, owner) : readContent(reading, at(reading, node, "content"), place),
      links: readLinks(reading, at(reading, node, "links")), file: node.file, pointer: node.pointer,
    }];
  });
}

function readLinks(reading: Reading, links: Node | null): Response["links"] {
  if (!links || !isObject(links.value)) return null;
  return Object.fromEntries(membersOf(links).map(([name, link]) => [name, reading.doc.follow(link)?.value ?? link.value]));
}
