import type { Ctx } from "#lib/auth/context.ts";
import { readSource } from "#lib/catalog/versions/read-source.ts";
import { ServiceError } from "#lib/errors.ts";
import type { Diagnostic } from "#lib/spec/diagnostic.ts";
import { excerptOf, inReadingOrder, type Excerpt } from "#components/source/source-text.ts";
import type { PagePlace } from "#components/operation/operation-view.ts";

export type Located = { diagnostic: Diagnostic; excerpt: Excerpt | null };

const filesMax = 5;
const excerptsMax = 200;

/** Diagnostics in reading order, the first ones with the lines that they mean. */
export async function excerptsOf(ctx: Ctx, place: PagePlace, diagnostics: Diagnostic[]): Promise<Located[]> {
  const ordered = inReadingOrder(diagnostics);
  const files = [...new Set(ordered.map((diagnostic) => diagnostic.file))].slice(0, filesMax);
  const texts = new Map(await Promise.all(files.map(async (file) => [file, await linesOf(ctx, place, file)] as const)));
  return ordered.map((diagnostic, index) => {
    const lines = index < excerptsMax ? texts.get(diagnostic.file) : null;
    return { diagnostic, excerpt: lines ? excerptOf(lines, diagnostic.line) : null };
  });
}

/** `null` where the reader sees the text only in part, since its lines are then others. */
async function linesOf(ctx: Ctx, place: PagePlace, file: string): Promise<string[] | null> {
  try {
    const source = await readSource({ ctx, input: { ...place, file } });
    return source.filtered ? null : new TextDecoder().decode(source.bytes).split(/\r\n|\n|\r/);
  } catch (error) {
    if (error instanceof ServiceError) return null;
    throw error;
  }
}
