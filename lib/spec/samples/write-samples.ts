import { writeCSharp } from "./languages/csharp.ts";
import { writeCurl } from "./languages/curl.ts";
import { writeGo } from "./languages/go.ts";
import { writeJava } from "./languages/java.ts";
import { writeJavaScript } from "./languages/javascript.ts";
import { writePython } from "./languages/python.ts";
import type { SampleRequest } from "./sample-request.ts";

export type Sample = { language: string; label: string; code: string };

// Of our own: no generator tried kept what a document says from becoming code, nor sent every kind of body.
const languages = [
  { language: "shell", label: "curl", write: writeCurl },
  { language: "javascript", label: "JavaScript", write: writeJavaScript },
  { language: "python", label: "Python", write: writePython },
  { language: "go", label: "Go", write: writeGo },
  { language: "java", label: "Java", write: writeJava },
  { language: "csharp", label: "C#", write: writeCSharp },
] as const;

/** A request as one would write it in each language. Whatever stands in it is data there, never code. */
export function writeSamples(request: SampleRequest): Sample[] {
  return languages.map(({ language, label, write }) => ({ language, label, code: write(request) }));
}
