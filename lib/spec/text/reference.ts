/** `common/money.yaml#/Money` as address `common/money.yaml` and decoded fragment `/Money`. */
export function splitReference(ref: string): { address: string; fragment: string } {
  const hash = ref.indexOf("#");
  if (hash === -1) return { address: ref.trim(), fragment: "" };
  return { address: ref.slice(0, hash).trim(), fragment: decode(ref.slice(hash + 1)) };
}

/** Path of a relative address seen from `fromFile`, or `null` where it leaves the upload. */
export function resolvePath(address: string, fromFile: string): string | null {
  const path = decode(address.split("?")[0] ?? "").replaceAll("\\", "/");
  if (path.startsWith("/")) return null;
  const segments = fromFile.split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join("/");
}

function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
