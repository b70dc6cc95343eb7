import type { Ctx } from "#lib/auth/context.ts";
import { ServiceError } from "#lib/errors.ts";
import { hiddenParts } from "../contents/hidden-parts.ts";
import type { Spot } from "../urls/discussion-url.ts";
import type { InterfaceRow } from "../versions/find-version.ts";
import { findSpot } from "./find-spot.ts";

/**
 * Whether a reader of an interface may see what some feedback is about. From whom nothing is hidden sees all of it; others
 * see what speaks of parts that they can open now, so that a part that is gone or hidden takes its feedback with it.
 */
export async function seesSpot(ctx: Ctx, subject: Pick<InterfaceRow, "id" | "slug" | "ownerTeamId">): Promise<(spot: Spot) => Promise<boolean>> {
  const hidden = await hiddenParts(ctx, subject);
  const known = new Map<string, Promise<boolean>>();
  return (spot) => {
    if (!hidden || spot.place === "interface") return Promise.resolve(true);
    const name = `${spot.place} ${spot.key}`;
    const answer = known.get(name) ?? canOpen(ctx, subject.slug, spot);
    known.set(name, answer);
    return answer;
  };
}

async function canOpen(ctx: Ctx, slug: string, { place, key }: Spot): Promise<boolean> {
  try {
    const found = await findSpot(ctx, slug, { [place]: key });
    return found.key === key;
  } catch (error) {
    if (error instanceof ServiceError) return false;
    throw error;
  }
}
