import { csharpHttpclient } from "@scalar/snippetz/plugins/csharp/httpclient";
import { goNative } from "@scalar/snippetz/plugins/go/native";
import { javaNethttp } from "@scalar/snippetz/plugins/java/nethttp";
import { jsFetch } from "@scalar/snippetz/plugins/js/fetch";
import { pythonRequests } from "@scalar/snippetz/plugins/python/requests";
import { shellCurl } from "@scalar/snippetz/plugins/shell/curl";
import type { SampleRequest } from "./sample-request.ts";

export type Sample = { language: string; label: string; code: string };

type Har = Parameters<typeof shellCurl.generate>[0];

const languages = [
  { language: "shell", label: "curl", plugin: shellCurl, before: "" },
  { language: "javascript", label: "JavaScript", plugin: jsFetch, before: "" },
  { language: "python", label: "Python", plugin: pythonRequests, before: "import requests\n\n" },
  { language: "go", label: "Go", plugin: goNative, before: "" },
  { language: "java", label: "Java", plugin: javaNethttp, before: "import java.net.http.*;\n\n" },
  { language: "csharp", label: "C#", plugin: csharpHttpclient, before: "using System.Net.Http.Headers;\n\n" },
] as const;

/** A request as one would write it in each language. */
export function writeSamples(request: SampleRequest): Sample[] {
  return languages.map(({ language, label, plugin, before }) => ({ language, label, code: `${before}${plugin.generate(harOf(request, language)) ?? ""}` }));
}

/** HTTP Archive 1.2, "request". The query stands in the address, where it is encoded once and alike for all. */
function harOf({ method, url, headers, body }: SampleRequest, language: string): Har {
  const base = { method, url, httpVersion: "HTTP/1.1", headers, queryString: [], cookies: [], headersSize: -1, bodySize: -1 };
  if (body === null) return base;
  if (body.kind === "form") {
    // The generator puts a form's values between single quotes as they are.
    const text = (value: string) => (language === "javascript" ? value.replace(/[\\']/g, "\\$&").replaceAll("\n", "\\n") : value);
    return { ...base, postData: { mimeType: body.mediaType, params: body.fields.map(({ name, value, isFile }) => (isFile ? { name: text(name), fileName: "file.bin" } : { name: text(name), value: text(value) })) } };
  }
  return { ...base, postData: { mimeType: body.mediaType, text: body.kind === "text" ? body.text : "@file" } };
}
