import { headers } from "next/headers";
import { GonePart } from "#components/interface/gone-part.tsx";
import { InterfaceFrame } from "#components/interface/interface-frame.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Page } from "#components/ui/page.tsx";
import { requestContext } from "#lib/auth/request-context.ts";
import { findGonePart } from "#lib/catalog/parts/last-seen/find-gone-part.ts";
import { loadInterface } from "./address.ts";
import { openPart } from "./open-part.ts";
import { partOfPath } from "./part-of-path.ts";

/** Status 404. Of a part that is gone it says which version has it; what may not be seen is not told from what does not exist. */
export default async function NotFound() {
  const asked = partOfPath((await headers()).get("x-intermesh-path") ?? "");
  const gone = asked && (await findGone(asked));
  if (!asked || !gone) return <Nothing />;
  const { head } = await loadInterface({ ...asked.place, slug: gone.slug });
  return (
    <InterfaceFrame head={head} tab={asked.kind === "operation" ? "reference" : asked.kind === "schema" ? "schemas" : "channels"} deep>
      <GonePart gone={gone} place={asked.place} />
    </InterfaceFrame>
  );
}

/** `null` also for a page that is there: Next.js makes this one beside every page. */
async function findGone({ kind, id, place }: NonNullable<ReturnType<typeof partOfPath>>) {
  try {
    await openPart[kind](place, id);
    return null;
  } catch {
    const ctx = await requestContext();
    return findGonePart({ ctx, input: { ...place, kind, id } }).catch(() => null);
  }
}

function Nothing() {
  return (
    <Page>
      <EmptyState
        title="There is nothing at this address"
        action={
          <>
            <ButtonLink href="/search">Search</ButtonLink>
            <ButtonLink href="/interfaces">All interfaces</ButtonLink>
          </>
        }
      >
        The interface, version or part does not exist, or you may not see it. It may have gone with a later version: open the interface and choose an earlier one.
      </EmptyState>
    </Page>
  );
}
