import { cache } from "react";
import { requestContext } from "#lib/auth/request-context.ts";
import { getListing, type Listing } from "#lib/catalog/access/get-listing.ts";
import { getInterface } from "#lib/catalog/interfaces/get-interface.ts";
import { NotFoundError } from "#lib/errors.ts";

/** The listing of an interface whose contents the reader may not read; `null` where they may, or where there is nothing to name. */
export const findListing = cache(async (segment: string): Promise<Listing | null> => {
  const ctx = await requestContext();
  const input = { slug: decodeURIComponent(segment) };
  try {
    const listing = await getListing({ ctx, input });
    // What everyone may read needs no second look.
    if (listing.visibility === "public" || listing.visibility === "internal") return null;
    return await getInterface({ ctx, input }).then(() => null, (error: unknown) => {
      if (error instanceof NotFoundError) return listing;
      throw error;
    });
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
});
