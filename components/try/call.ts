/** One input of the form: a parameter of the operation, or a secret. */
export type TryField = { name: string; in: "path" | "query" | "header"; required: boolean; description: string | null; /** As it is written in a request. */ value: string; choices: string[]; style: "plain" | "list"; explode: boolean };
export type TrySecret = { scheme: string; label: string; kind: "bearer" | "basic" | "apiKey"; in: "header" | "query"; name: string };
export type TryOperation = { method: string; address: string; servers: { url: string; description: string | null }[]; fields: TryField[]; secrets: TrySecret[]; bodies: { mediaType: string; text: string }[]; accept: string | null };
export type TryInput = { server: string; values: Record<string, string>; secrets: Record<string, string>; mediaType: string | null; body: string };
export type Call = { url: string; method: string; headers: Record<string, string>; body: string | null };

/** The request that a filled-in form means. Throws a sentence that says what is missing. */
export function buildCall(operation: TryOperation, input: TryInput): Call {
  const value = (field: TryField) => input.values[`${field.in} ${field.name}`] ?? "";
  const missing = operation.fields.find((field) => (field.required || field.in === "path") && value(field) === "");
  if (missing) throw new Error(`${missing.name} is needed.`);
  const path = operation.address.replace(/\{([^{}]+)\}/g, (spelled, name: string) => {
    const field = operation.fields.find((candidate) => candidate.in === "path" && candidate.name === name);
    return field ? encodeURIComponent(value(field)) : spelled;
  });
  const url = new URL(`${input.server}${path}`);
  // A path such as `@elsewhere.example/` would turn the server into a user name.
  if (url.origin !== new URL(input.server).origin) throw new Error("The path leads away from the server.");
  const headers: Record<string, string> = operation.accept === null ? {} : { accept: operation.accept };
  for (const field of operation.fields) {
    const text = value(field);
    if (text === "") continue;
    if (field.in === "query") for (const part of field.style === "list" && field.explode ? text.split(",") : [text]) url.searchParams.append(field.name, part.trim());
    if (field.in === "header") headers[field.name.toLowerCase()] = text;
  }
  for (const secret of operation.secrets) {
    const text = input.secrets[secret.scheme] ?? "";
    if (text === "") continue;
    if (secret.kind === "bearer") headers["authorization"] = `Bearer ${text}`;
    else if (secret.kind === "basic") headers["authorization"] = `Basic ${base64(text)}`;
    else if (secret.in === "query") url.searchParams.set(secret.name, text);
    else headers[secret.name.toLowerCase()] = text;
  }
  const hasBody = input.mediaType !== null && input.body !== "" && !["GET", "HEAD"].includes(operation.method);
  if (hasBody && input.mediaType !== null) headers["content-type"] = input.mediaType;
  return { url: url.href, method: operation.method, headers, body: hasBody ? input.body : null };
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
