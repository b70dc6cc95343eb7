import { and, eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { interfaceSlugs } from "#db/schema/catalog/interface-slugs.ts";
import type { Visibility } from "#db/schema/catalog/words.ts";
import type { PublishOptions } from "./publish-spec-input.ts";

type Subject = { id: number; slug: string; visibility: Visibility };

/**
 * What a publisher has to be told of how their words were taken: another address than the one they asked for, or that a
 * visibility was not. `wanted` is the address of a new interface when none was asked for; `null` for one that is known.
 */
export async function noticesOf(db: Executor, options: PublishOptions, subject: Subject, { wanted }: { wanted: string | null }): Promise<string[]> {
  const asked = options.interface ?? wanted;
  const notices: string[] = [];
  if (asked !== null && asked !== subject.slug) {
    const [former] = await db.select({ slug: interfaceSlugs.slug }).from(interfaceSlugs).where(and(eq(interfaceSlugs.slug, asked), eq(interfaceSlugs.interfaceId, subject.id)));
    notices.push(former ? `The address is \`${subject.slug}\` now; \`${asked}\` leads there.` : takenWords(asked, subject.slug));
  }
  if (wanted === null && options.visibility && options.visibility !== subject.visibility) {
    notices.push(`It stays \`${subject.visibility}\`, not \`${options.visibility}\`: publishing changes nothing about who sees an interface. A maintainer of the owning team does, under its Settings.`);
  }
  return notices;
}

export function takenWords(wanted: string, slug: string): string {
  return `The address is \`${slug}\`, since \`${wanted}\` is taken.`;
}
