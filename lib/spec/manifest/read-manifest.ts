import type { z } from "zod";
import type { Diagnostic, Severity } from "../diagnostic.ts";
import { defaultLimits } from "../limits.ts";
import { joinPointer } from "../text/json-pointer.ts";
import type { Position } from "../text/line-index.ts";
import { LoadedFile } from "../text/loaded-file.ts";
import { isObject } from "../values.ts";
import { Manifest, manifestMembers } from "./manifest.ts";

/** `manifest` is null where it cannot be understood; `placeOf` gives line and column of a part of it, by JSON pointer. */
export type ReadManifest = { manifest: Manifest | null; diagnostics: Diagnostic[]; placeOf: (pointer: string) => Position };

type Remark = { severity: Severity; code: string; message: string; help?: string; pointer: string };

const fieldPattern = /^(response(\.|\[|$)|request\.(body|query|header|path|cookie)(\.|\[|$)|payload(\.|\[|$)|headers(\.|$))/;

/** Reads the text of an `intermesh.yaml` (YAML or JSON). What is wrong with it is said with its line and column. */
export function readManifestFile(bytes: Uint8Array, path = "intermesh.yaml"): ReadManifest {
  const file = new LoadedFile({ path, bytes }, { ...defaultLimits, bytesMax: 1024 * 1024 });
  const diagnostics: Diagnostic[] = file.problems.map(({ severity, code, message, help, offset }) => ({ severity, code, message, ...(help ? { help } : {}), file: path, pointer: "", ...file.positionAt(offset) }));
  const placeOf = (pointer: string) => file.locate([pointer]).get(pointer) ?? { line: 1, column: 1 };
  if (file.tree === undefined || diagnostics.some(({ severity }) => severity === "error")) return { manifest: null, diagnostics, placeOf };
  const { data, error } = Manifest.safeParse(file.tree);
  const remarks = error ? error.issues.map(remarkOf) : [...unknownMembers(file.tree), ...doubtfulFields(data)];
  const places = file.locate(remarks.map(({ pointer }) => pointer));
  diagnostics.push(...remarks.map((remark) => ({ ...remark, file: path, ...(places.get(remark.pointer) ?? { line: 1, column: 1 }) })));
  return { manifest: data ?? null, diagnostics, placeOf };
}

function remarkOf({ path, message }: z.core.$ZodIssue): Remark {
  const pointer = path.reduce<string>((at, token) => joinPointer(at, typeof token === "number" ? token : String(token)), "");
  const where = path.length === 0 ? "The manifest" : `\`${path.join(".")}\``;
  return { severity: "error", code: "manifest-invalid", message: `${where} cannot be read: ${message}.`, help: "See docs/dependencies.md for what a manifest holds.", pointer };
}

function unknownMembers(tree: unknown): Remark[] {
  const remarks = strangeMembers(tree, manifestMembers[""], "");
  if (!isObject(tree) || !Array.isArray(tree["consumes"])) return remarks;
  return remarks.concat(tree["consumes"].flatMap((consumed: unknown, index) => {
    const pointer = `/consumes/${index}`;
    const uses = isObject(consumed) && Array.isArray(consumed["uses"]) ? (consumed["uses"] as unknown[]) : [];
    return [...strangeMembers(consumed, manifestMembers.consumes, pointer), ...uses.flatMap((use, at) => strangeMembers(use, manifestMembers.uses, `${pointer}/uses/${at}`))];
  }));
}

function strangeMembers(value: unknown, known: string[], pointer: string): Remark[] {
  if (!isObject(value)) return [];
  return Object.keys(value).filter((name) => !known.includes(name) && !name.startsWith("x-")).map((name) => ({
    severity: "warning", code: "manifest-unknown-member", message: `\`${name}\` means nothing here and is ignored.`, help: `Known are ${known.join(", ")}.`, pointer: joinPointer(pointer, name),
  }));
}

function doubtfulFields(manifest: Manifest): Remark[] {
  return (manifest.consumes ?? []).flatMap(({ uses }, index) => (uses ?? []).flatMap(({ fields }, at) => (fields ?? []).flatMap((field, position): Remark[] => (fieldPattern.test(field) ? [] : [{
    severity: "warning", code: "manifest-field", pointer: `/consumes/${index}/uses/${at}/fields/${position}`,
    message: `\`${field}\` does not say where the field is.`, help: "Write `response.items[].sku`, `request.body.x`, `request.query.x`, `request.header.x`, `request.path.x`, or for events `payload.x`, `headers.x`.",
  }]))));
}
