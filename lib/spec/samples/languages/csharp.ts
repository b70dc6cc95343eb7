import { quote } from "../quote.ts";
import type { SampleBody, SampleRequest } from "../sample-request.ts";

/** HttpClient, as statements at the top of a program. */
export function writeCSharp({ method, url, headers, body }: SampleRequest): string {
  const isOfContent = (name: string) => body !== null && /^(content-.*|allow|expires|last-modified)$/i.test(name);
  return [
    "using System.Net.Http.Headers;", "using System.Text;", "",
    "using var client = new HttpClient();",
    `using var request = new HttpRequestMessage(new HttpMethod(${quote(method)}), ${quote(url)});`,
    ...headers.filter(({ name }) => !isOfContent(name)).map(({ name, value }) => `request.Headers.TryAddWithoutValidation(${quote(name)}, ${quote(value)});`),
    ...(body === null ? [] : content(body)),
    ...headers.filter(({ name }) => isOfContent(name)).map(({ name, value }) => (/^content-type$/i.test(name) ? `request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(${quote(value)});` : `request.Content.Headers.TryAddWithoutValidation(${quote(name)}, ${quote(value)});`)),
    "using var response = await client.SendAsync(request);",
    "Console.WriteLine($\"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}\");",
  ].join("\n");
}

function content(body: SampleBody): string[] {
  if (body.kind === "file") return ['request.Content = new ByteArrayContent(File.ReadAllBytes("file.bin"));'];
  if (body.kind === "text") return [`request.Content = new StringContent(${verbatim(body.text)}, Encoding.UTF8);`];
  if (!body.mediaType.startsWith("multipart/")) return ["request.Content = new FormUrlEncodedContent(new KeyValuePair<string, string>[]", "{", ...body.fields.map(({ name, value }) => `    new(${quote(name)}, ${quote(value)}),`), "});"];
  return [
    "var form = new MultipartFormDataContent();",
    ...body.fields.map(({ name, value, isFile, contentType }) => {
      if (isFile) return `form.Add(new ByteArrayContent(File.ReadAllBytes("file.bin")), ${quote(name)}, "file.bin");`;
      return `form.Add(new StringContent(${quote(value)}${contentType === undefined ? "" : `, Encoding.UTF8, ${quote(contentType)}`}), ${quote(name)});`;
    }),
    "request.Content = form;",
  ];
}

/** Several lines as they are; anything unusual escaped. */
function verbatim(text: string): string {
  return text.includes("\n") && /^[\t\n\x20-\x7e\u00a1-\u1fff]*$/.test(text) ? `@"${text.replaceAll('"', '""')}"` : quote(text);
}
