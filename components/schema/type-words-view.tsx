import { Fragment } from "react";
import { breakable } from "#components/ui/breakable.tsx";
import { schemaHref, type TreePlace } from "./tree-place.ts";
import type { TypePart } from "#lib/spec/outline/type-words.ts";

/** A type in words, named schemas linked. */
export function TypeWords({ parts, place }: { parts: TypePart[]; place: TreePlace }) {
  return parts.map((part, index) =>
    part.id === undefined ? (
      <Fragment key={index}>{breakable(part.text)}</Fragment>
    ) : (
      <a key={index} href={schemaHref(place, part.id)}>
        {breakable(part.text)}
      </a>
    ),
  );
}
