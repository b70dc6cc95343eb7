/**
 * Whether the text of a document may hold all of these names, so that it is worth reading. Parameters may have any name
 * there, and a sign that a document writes in two ways, such as a quotation mark, parts a name. Rather yes than no.
 */
export function mentions(text: string, names: readonly string[]): boolean {
  // As some languages write JSON.
  const plain = text.includes("\\/") ? text.replaceAll("\\/", "/") : text;
  return names.flatMap(piecesOf).every((piece) => plain.includes(piece));
}

/** `/users/{}/orders` → `/users/`, `/orders`. */
function piecesOf(name: string): string[] {
  return name.split(/\{[^{}]*\}|\[\d*\]|[^\w/.-]+|(?<=\w)\.(?=\w)/).filter((piece) => piece.length > 1);
}
