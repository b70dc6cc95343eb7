import { TooLargeError, ValidationError } from "../errors.ts";
import type { UploadPart } from "../spec/upload/read-upload.ts";

/** All bytes of a body, refused as soon as it grows past `bytesMax`, whatever its length was said to be. */
export async function readBody(request: Request, bytesMax: number): Promise<Uint8Array> {
  const tooLarge = () => new TooLargeError(`The body is larger than ${Math.floor(bytesMax / 1024 / 1024)} MB, the limit of this installation.`);
  if (Number(request.headers.get("content-length") ?? 0) > bytesMax) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > bytesMax) throw tooLarge();
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
}

/**
 * The files of an upload: the raw document or zip as the body, or `multipart/form-data` with several. `name` is what to
 * call a raw body. A part's own file name may hold folders.
 */
export async function readUploadBody(request: Request, bytesMax: number, name: string | undefined): Promise<UploadPart[]> {
  // Boundaries and part headers come on top of the files.
  const bytes = await readBody(request, bytesMax + 1024 * 1024);
  const contentType = request.headers.get("content-type") ?? "";
  if (!/^multipart\//i.test(contentType)) {
    if (bytes.byteLength === 0) throw new ValidationError("The body is empty. Send the document as it is, or several files as multipart/form-data.");
    return [{ name: name ?? nameFor(contentType, bytes), bytes }];
  }
  const form = await new Response(bytes as BodyInit, { headers: { "content-type": contentType } }).formData().catch((cause: unknown) => {
    throw new ValidationError(`The multipart body cannot be read: ${cause instanceof Error ? cause.message : "malformed"}.`);
  });
  const parts: UploadPart[] = [];
  for (const value of form.values()) {
    if (typeof value !== "string") parts.push({ name: value.name || "document", bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  if (parts.length === 0) throw new ValidationError("The multipart body holds no file.");
  return parts;
}

function nameFor(contentType: string, bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return "upload.zip";
  return contentType.includes("json") || bytes[0] === 0x7b ? "document.json" : "document.yaml";
}
