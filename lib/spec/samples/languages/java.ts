import { encodedForm } from "../encoded-form.ts";
import { quote, quoteLines } from "../quote.ts";
import type { SampleRequest } from "../sample-request.ts";

const boundary = "----sample-7a6d5c4b3a21";

/** java.net.http of the JDK, which has no multipart of its own. */
export function writeJava({ method, url, headers, body }: SampleRequest): string {
  const lead: string[] = [];
  let publisher = "noBody()";
  let contentType: string[] = [];
  if (body?.kind === "text") publisher = `ofString(\n    ${quoteLines(body.text, "    ", " +")})`;
  else if (body?.kind === "file") publisher = 'ofFile(Path.of("file.bin"))';
  else if (body?.kind === "form" && !body.mediaType.startsWith("multipart/")) publisher = `ofString(${quote(encodedForm(body.fields))})`;
  else if (body?.kind === "form") {
    const write = (text: string) => `body.writeBytes(${quote(text)}.getBytes(StandardCharsets.UTF_8));`;
    lead.push("ByteArrayOutputStream body = new ByteArrayOutputStream();");
    for (const { name, value, isFile, contentType: type } of body.fields) {
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name.replace(/["\r\n]/g, encodeURIComponent)}"${isFile ? '; filename="file.bin"' : ""}${type === undefined ? "" : `\r\nContent-Type: ${type.replace(/[\r\n]+/g, " ")}`}\r\n\r\n`;
      lead.push(write(isFile ? head : `${head}${value}\r\n`));
      if (isFile) lead.push('body.writeBytes(Files.readAllBytes(Path.of("file.bin")));', write("\r\n"));
    }
    lead.push(write(`--${boundary}--\r\n`), "");
    publisher = "ofByteArray(body.toByteArray())";
    contentType = [`  .header("Content-Type", ${quote(`${body.mediaType}; boundary=${boundary}`)})`];
  }
  return [
    "import java.io.*;", "import java.net.URI;", "import java.net.http.*;", "import java.nio.charset.StandardCharsets;", "import java.nio.file.*;", "",
    ...lead,
    "HttpClient client = HttpClient.newHttpClient();",
    "HttpRequest request = HttpRequest.newBuilder()",
    `  .uri(URI.create(${quote(strict(url))}))`,
    ...headers.map(({ name, value }) => `  .header(${quote(name)}, ${quote(value)})`), ...contentType,
    `  .method(${quote(method)}, HttpRequest.BodyPublishers.${publisher})`,
    "  .build();",
    "HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());",
    "System.out.println(response.statusCode() + \" \" + response.body());",
  ].join("\n");
}

/** `URI.create` throws at what RFC 3986 does not allow. */
function strict(url: string): string {
  return url.replace(/[[\]{}|^`\\"<>\s]/g, (letter) => encodeURIComponent(letter));
}
