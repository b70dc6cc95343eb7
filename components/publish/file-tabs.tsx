import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import { sizeWords } from "../source/size-words.ts";
import type { UploadFile } from "./upload-file.ts";

/** Which file of the upload one looks at. Nothing where there is one. */
export function FileTabs({ files, active, onSelect, findings }: { files: readonly UploadFile[]; active: string; onSelect: (path: string) => void; findings: readonly Diagnostic[] }) {
  if (files.length < 2) return files[0] ? <p className="mb-1 truncate font-mono text-xs text-muted">{files[0].path}</p> : null;
  const errorsOf = (path: string) => findings.filter((finding) => finding.severity === "error" && (finding.file === path || path.endsWith(`/${finding.file}`))).length;
  return (
    <div className="mb-2">
      <label className="flex items-center gap-2 text-sm">
        <span className="whitespace-nowrap text-muted">File</span>
        <select className="h-8 w-full min-w-0 rounded-md border border-edge bg-canvas px-2 font-mono text-xs text-fg" value={active} onChange={(event) => onSelect(event.target.value)}>
          {files.map((file) => {
            const errors = errorsOf(file.path);
            return (
              <option key={file.path} value={file.path}>
                {file.path} ({sizeWords(file.size)}{errors > 0 ? `, ${errors} ${errors === 1 ? "error" : "errors"}` : ""})
              </option>
            );
          })}
        </select>
      </label>
    </div>
  );
}
