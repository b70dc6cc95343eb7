import { RegExpParser, type AST } from "@eslint-community/regexpp";

const parser = new RegExpParser({ ecmaVersion: 2025 });
const lengthMax = 2_000;

/**
 * A short text that a regular expression (ECMA-262) matches: each repetition as rarely as it may be, but once where it
 * may, the first alternative that works, readable letters. Look-arounds and references back are left out, so check what it gives.
 * `null` for an expression that cannot be read.
 */
export function textForPattern(pattern: string, { lengthMin = 0, alternative = 0 }: { lengthMin?: number; alternative?: number } = {}): string | null {
  const parsed = parse(pattern);
  if (parsed === null) return null;
  let need = lengthMin;
  const text = ofAlternatives(parsed.alternatives);
  return text.length > lengthMax ? null : text;

  function ofAlternatives(alternatives: AST.Alternative[]): string {
    const chosen = alternatives[alternative % alternatives.length] ?? alternatives[0];
    return chosen === undefined ? "" : chosen.elements.map(ofElement).join("");
  }

  function ofElement(element: AST.Element): string {
    switch (element.type) {
      case "Character": return String.fromCodePoint(element.value);
      case "CharacterClass": return ofClass(element);
      case "CharacterSet": return ofSet(element);
      case "Group":
      case "CapturingGroup": return ofAlternatives(element.alternatives);
      case "Quantifier": return repeated(element);
      default: return "";
    }
  }

  function repeated({ element, min, max }: AST.Quantifier): string {
    const one = ofElement(element);
    const least = Math.max(min, Math.min(max, min === 0 ? (need > 0 || alternative > 0 ? 1 : 0) : min));
    // As long as the text must be, as far as this repetition may make it so.
    const wished = need > 0 && one.length > 0 ? Math.ceil(need / one.length) : least;
    const times = Math.min(Math.max(least, Math.min(wished, max)), lengthMax);
    need -= times * one.length;
    return one.repeat(times);
  }
}

function parse(pattern: string): AST.Pattern | null {
  for (const unicode of [true, false]) {
    try {
      return parser.parsePattern(pattern, 0, pattern.length, { unicode });
    } catch {
      continue;
    }
  }
  return null;
}

const readable = [..."a1A0bxzXZ-_ .:/@+,!?#%&*()=<>[]{}|~^$;'\"\\\n\té"];

function ofClass(element: AST.CharacterClass): string {
  const matches = (letter: string) => element.elements.some((part) => has(part, letter)) !== element.negate;
  const found = readable.find(matches);
  if (found !== undefined) return found;
  const first = element.elements[0];
  if (element.negate || first === undefined) return "a";
  if (first.type === "CharacterClassRange") return String.fromCodePoint(first.min.value);
  return first.type === "Character" ? String.fromCodePoint(first.value) : "a";
}

function has(part: AST.CharacterClass["elements"][number], letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (part.type === "Character") return part.value === code;
  if (part.type === "CharacterClassRange") return part.min.value <= code && code <= part.max.value;
  return part.type === "CharacterSet" ? matchesSet(part, letter) : false;
}

function ofSet(set: AST.CharacterSet): string {
  return readable.find((letter) => matchesSet(set, letter)) ?? "a";
}

function matchesSet(set: AST.CharacterSet, letter: string): boolean {
  if (set.kind === "any") return letter !== "\n";
  try {
    return new RegExp(set.raw, "u").test(letter);
  } catch {
    return false;
  }
}
