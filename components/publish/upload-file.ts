/** One file to be published. `text` is null where it is not shown as text: an archive, or too large for an editor. */
export type UploadFile = { path: string; blob: Blob; size: number; text: string | null };

/** Larger texts are not put into the editor: nobody mends them there, and it would make the page slow. */
export const editedBytesMax = 2 * 1024 * 1024;

export async function uploadFileOf(file: Blob, path: string): Promise<UploadFile> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const zip = head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
  // Bytes that are not UTF-8 would be changed by an editor, so they are sent as they are.
  const text = zip || file.size > editedBytesMax ? null : await readUtf8(file);
  return { path, blob: file, size: file.size, text };
}

export function uploadFileFromText(text: string, path: string): UploadFile {
  const blob = new Blob([text], { type: "text/plain" });
  return { path, blob, size: blob.size, text };
}

async function readUtf8(file: Blob): Promise<string | null> {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** The files behind a drop, those of dropped folders with their paths. */
export async function droppedFiles(transfer: DataTransfer): Promise<UploadFile[]> {
  // Entries must be taken before the first await: the browser empties the transfer then.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return chosenFiles(transfer.files);
  const found: { file: File; path: string }[] = [];
  for (const entry of entries) await walk(entry, "", found);
  return Promise.all(found.map(({ file, path }) => uploadFileOf(file, path)));
}

export async function chosenFiles(files: Iterable<File>): Promise<UploadFile[]> {
  return Promise.all([...files].map((file) => uploadFileOf(file, file.webkitRelativePath || file.name)));
}

const filesMax = 5_000;

async function walk(entry: FileSystemEntry, folder: string, found: { file: File; path: string }[]): Promise<void> {
  if (found.length >= filesMax || entry.name.startsWith(".") || entry.name === "node_modules") return;
  const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
  if (entry.isFile) {
    found.push({ path, file: await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)) });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A reader gives at most a hundred entries at once.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const child of some) await walk(child, path, found);
  }
}
