import { isObject, objectOf, textOf } from "../values.ts";
import { fieldsOfText } from "./fields-of-value.ts";
import { bareService, type ImportedService, type ImportedUse } from "./imported-service.ts";

/** Whether a JSON tree is a HAR recording (HTTP Archive 1.2). */
export function isHar(tree: unknown): boolean {
  return isObject(tree) && isObject(tree["log"]) && Array.isArray(tree["log"]["entries"]);
}

/** The calls that a recording holds, one for each method and path, with the fields that were sent and answered; `service` made them. */
export function readHar(tree: unknown, file: string, service: string): ImportedService[] {
  const entries = objectOf(objectOf(tree)["log"])["entries"];
  const calls = new Map<string, ImportedUse & { times: number }>();
  for (const entry of Array.isArray(entries) ? entries.filter(isObject) : []) {
    const request = objectOf(entry["request"]);
    const response = objectOf(entry["response"]);
    const url = URL.parse(textOf(request["url"]) ?? "");
    const method = textOf(request["method"])?.toUpperCase();
    if (!url || !method || !/^https?:$/.test(url.protocol) || isAsset(entry, url)) continue;
    const status = Number(response["status"] ?? 0);
    const fields = [
      ...[...url.searchParams.keys()].map((name) => `request.query.${name}`),
      ...fieldsOfText(objectOf(request["postData"])["text"], "request.body"),
      ...fieldsOfText(objectOf(response["content"])["text"], status >= 200 && status < 300 ? "response" : `response.${status}`),
    ];
    const operation = `${method} ${decoded(url.pathname)}`;
    const key = `${url.host} ${operation}`;
    const known = calls.get(key);
    calls.set(key, { words: `host:${url.host.toLowerCase()}`, operation, fields: [...new Set([...(known?.fields ?? []), ...fields])], file, line: null, times: (known?.times ?? 0) + 1, sentence: "" });
  }
  const uses = [...calls.values()].map(({ times, ...use }) => ({ ...use, sentence: `A recording of ${service} has ${times === 1 ? "one call" : `${times} calls`} of \`${use.operation}\`.` }));
  return [{ ...bareService(service), uses }];
}

/** What a page loads for itself: pictures, fonts, styles and scripts are nobody's interface. */
function isAsset(entry: Record<string, unknown>, url: URL): boolean {
  const type = textOf(objectOf(objectOf(entry["response"])["content"])["mimeType"]) ?? "";
  return /^(image|font|stylesheet|script|media)$/.test(textOf(entry["_resourceType"]) ?? "") || /^(?:image|font|video|audio)\/|^text\/css|javascript/.test(type) || /\.(?:css|m?js|map|png|jpe?g|gif|svg|ico|webp|woff2?|ttf|otf)$/i.test(url.pathname);
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
