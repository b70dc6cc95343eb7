export type DecodedText = { text: string; encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"; guessed: boolean };

/**
 * Bytes of a file as text, without its byte-order mark. UTF-8 unless a mark or zero bytes tell UTF-16 (RFC 4627, section 3);
 * what is neither is read as Windows-1252, which never fails: `guessed` is then true.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Encoding(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16, guessed: false };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8", guessed: false };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252", guessed: true };
  }
}

function utf16Encoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (bytes.length < 4) return null;
  // A document begins with ASCII: a zero beside each of its first characters is UTF-16 without a mark.
  if (first !== 0 && second === 0 && bytes[2] !== 0 && bytes[3] === 0) return "utf-16le";
  if (first === 0 && second !== 0 && bytes[2] === 0 && bytes[3] !== 0) return "utf-16be";
  return null;
}
