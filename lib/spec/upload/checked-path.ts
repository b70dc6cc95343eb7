import { Refusal } from "./refusal.ts";

const segmentsMax = 64;
const bytesMax = 1_024;

/**
 * A file's path within the upload, "./" and doubled slashes removed. Throws a `Refusal` for one that leads out of the
 * upload or could be read two ways: "..", absolute paths, drive letters, backslashes, control characters.
 */
export function checkedPath(name: string): string {
  if (name === "") throw refused("empty-name", name, "A file of the upload has no name.");
  if (name.includes("\\")) throw refused("backslash-path", name, "Its name holds a backslash, which some systems read as a folder.");
  if (/^([A-Za-z]:|\/)/.test(name)) throw refused("absolute-path", name, "Its name is an absolute path.");
  if (/[\u0000-\u001f\u007f]/.test(name)) throw refused("control-character-path", name, "Its name holds a control character.");
  const segments = name.split("/").filter((segment) => segment !== "" && segment !== ".");
  if (segments.includes("..")) throw refused("path-traversal", name, 'Its name leads out of the upload ("..").');
  if (segments.length === 0) throw refused("empty-name", name, "A file of the upload has no name.");
  if (segments.length > segmentsMax || Buffer.byteLength(name) > bytesMax) {
    throw refused("long-path", name.slice(0, 200), `Its path is longer than ${segmentsMax} folders or ${bytesMax} bytes.`);
  }
  return segments.join("/");
}

function refused(code: string, name: string, message: string): Refusal {
  return new Refusal(code, printable(name), message, "Use plain relative paths with forward slashes.");
}

function printable(name: string): string {
  // They would garble a log or a terminal.
  return name.slice(0, 200).replace(/[\u0000-\u001f\u007f]/g, "\uFFFD");
}
