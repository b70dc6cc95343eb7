import { FileArchive } from "lucide-react";
import { sizeWords } from "../source/size-words.ts";
import type { UploadFile } from "./upload-file.ts";

/** Stands where the editor would, for what is not edited here. */
export function FileSummary({ file }: { file: UploadFile }) {
  return (
    <div className="flex min-h-48 flex-col items-start justify-center gap-1 rounded-md border border-line px-6 py-8">
      <FileArchive aria-hidden="true" className="mb-2 size-5 text-faint" />
      <p className="font-medium [overflow-wrap:anywhere]">{file.path}</p>
      <p className="text-sm text-muted">{sizeWords(file.size)}</p>
      <p className="mt-2 max-w-[60ch] text-sm text-muted">
        {/\.zip$/i.test(file.path) ? "An archive is sent as it is." : "Too large to be edited here, or not plain text, so it is sent as it is."} What is wrong with it stands in the list with file, line and column: mend it where it comes from, then drop it again.
      </p>
    </div>
  );
}
