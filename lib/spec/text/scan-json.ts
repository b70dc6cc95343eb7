const QUOTE = 34, COMMA = 44, COLON = 58, OPEN_BRACKET = 91, BACKSLASH = 92, CLOSE_BRACKET = 93, OPEN_BRACE = 123, CLOSE_BRACE = 125;

/** Offset after the string that begins at `start` (its opening quote). */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return end + 1;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}

/** How deep JSON nests, how many members its objects have as written, and where it first nests deeper than `depthMax`. */
export function surveyJson(text: string, depthMax: number): { members: number; tooDeepAt: number | null } {
  let members = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char <= 32) continue;
    if (char === QUOTE) at = endOfString(text, at) - 1;
    else if (char === COLON) members++;
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) {
      if (++depth > depthMax) return { members, tooDeepAt: at };
    } else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) depth--;
  }
  return { members, tooDeepAt: null };
}

/** What a walk over strict JSON sees; `enter` decides whether the inside of a value is walked. */
export type JsonVisitor<State> = {
  /** A member or item of `parent`: its name or index, where it begins (a member at its name), as state for its inside or `null` to pass over it. */
  enter(parent: State, token: string, offset: number, isMember: boolean): State | null;
};

/** Walks strict JSON text without building anything, passing quickly over what the visitor does not enter. */
export function walkJson<State>(text: string, root: State, visitor: JsonVisitor<State>): void {
  walkValue(skipSpace(text, 0), root);

  function walkValue(start: number, state: State): number {
    const char = text.charCodeAt(start);
    if (char !== OPEN_BRACE && char !== OPEN_BRACKET) return skipValue(text, start);
    let at = skipSpace(text, start + 1);
    for (let index = 0; at < text.length; index++) {
      const found = text.charCodeAt(at);
      if (found === CLOSE_BRACE || found === CLOSE_BRACKET) return at + 1;
      const offset = at;
      let token = String(index);
      if (char === OPEN_BRACE) {
        const end = endOfString(text, at);
        token = nameOf(text.slice(at, end));
        at = skipSpace(text, skipSpace(text, end) + 1);
      }
      const inner = visitor.enter(state, token, offset, char === OPEN_BRACE);
      at = inner === null ? skipValue(text, at) : walkValue(at, inner);
      at = skipSpace(text, at);
      if (text.charCodeAt(at) === COMMA) at = skipSpace(text, at + 1);
    }
    return at;
  }
}

function nameOf(quoted: string): string {
  return quoted.includes("\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}

function skipValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) {
      at = endOfString(text, at) - 1;
      if (depth === 0) return at + 1;
    } else if (char === OPEN_BRACE || char === OPEN_BRACKET) depth++;
    else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (char === COMMA && depth === 0) return at;
  }
  return text.length;
}
