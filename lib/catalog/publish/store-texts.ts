import type { Transaction } from "#db/client.ts";
import { blobs } from "#db/schema/document/blobs.ts";
import type { FileBlob } from "#lib/parsing/parsed-upload.ts";

/** Keeps texts by content, each once. In one order, so that publishers of shared files never wait for each other. */
export async function storeTexts(tx: Transaction, texts: FileBlob[]): Promise<void> {
  const once = [...new Map(texts.map((text) => [text.sha256, text])).values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  for (const { sha256, zstd, bytesRaw } of once) await tx.insert(blobs).values({ sha256, zstd, size: bytesRaw }).onConflictDoNothing();
}
