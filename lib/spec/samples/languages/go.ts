import { encodedForm } from "../encoded-form.ts";
import { quote } from "../quote.ts";
import type { SampleRequest } from "../sample-request.ts";

/** The standard library. */
export function writeGo({ method, url, headers, body }: SampleRequest): string {
  const imports = new Set(["fmt", "io", "net/http"]);
  const lead: string[] = [];
  let reader = "nil";
  let contentType = "";
  if (body?.kind === "file" || (body?.kind === "form" && body.fields.some(({ isFile }) => isFile))) {
    imports.add("os");
    lead.push('\tfile, err := os.Open("file.bin")', ...check, "\tdefer file.Close()");
    reader = "file";
  }
  if (body?.kind === "text" || (body?.kind === "form" && !body.mediaType.startsWith("multipart/"))) {
    imports.add("strings");
    const text = body.kind === "text" ? body.text : encodedForm(body.fields);
    reader = `strings.NewReader(${text.includes("\n") && /^[\t\n\x20-\x5f\x61-\x7e]*$/.test(text) ? `\`${text}\`` : quote(text)})`;
  } else if (body?.kind === "form") {
    imports.add("bytes").add("mime/multipart");
    lead.push("\tbody := &bytes.Buffer{}", "\tform := multipart.NewWriter(body)");
    for (const { name, value, isFile, contentType: type } of body.fields) {
      if (isFile) lead.push(`\tif part, err := form.CreateFormFile(${quote(name)}, "file.bin"); err == nil {`, "\t\tio.Copy(part, file)", "\t}");
      else if (type === undefined) lead.push(`\tform.WriteField(${quote(name)}, ${quote(value)})`);
      else {
        imports.add("net/textproto");
        const disposition = `form-data; name="${name.replace(/["\r\n]/g, encodeURIComponent)}"`;
        lead.push(`\tif part, err := form.CreatePart(textproto.MIMEHeader{"Content-Disposition": {${quote(disposition)}}, "Content-Type": {${quote(type)}}}); err == nil {`, `\t\tio.WriteString(part, ${quote(value)})`, "\t}");
      }
    }
    lead.push("\tform.Close()");
    reader = "body";
    contentType = '\trequest.Header.Set("Content-Type", form.FormDataContentType())';
  }
  return [
    "package main", "", "import (", ...[...imports].sort().map((name) => `\t"${name}"`), ")", "", "func main() {",
    ...lead,
    `\trequest, err := http.NewRequest(${quote(method)}, ${quote(url)}, ${reader})`, ...check,
    ...headers.map(({ name, value }) => `\trequest.Header.Set(${quote(name)}, ${quote(value)})`),
    ...(contentType === "" ? [] : [contentType]),
    "\tresponse, err := http.DefaultClient.Do(request)", ...check,
    "\tdefer response.Body.Close()",
    "\tanswer, err := io.ReadAll(response.Body)", ...check,
    "\tfmt.Println(response.Status, string(answer))", "}",
  ].join("\n");
}

const check = ["\tif err != nil {", "\t\tpanic(err)", "\t}"];
