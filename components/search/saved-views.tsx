"use client";
import { useSearchParams } from "next/navigation";
import { Bookmark } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { Menu, MenuLink } from "../ui/menu.tsx";
import { SaveSearch } from "./save-search.tsx";
import { useSavedSearches, type SavedSearch } from "./use-saved-searches.ts";

/** The views of a list that one kept, and keeping the one that is shown. */
export function SavedViews({ place }: { place: SavedSearch["place"] }) {
  const query = new URLSearchParams(useSearchParams().toString());
  query.delete("cursor");
  const { saved } = useSavedSearches();
  const views = saved.filter((view) => view.place === place);
  return (
    <>
      {views.length > 0 ? (
        <Menu
          align="end"
          trigger={
            <Button variant="ghost" icon={<Bookmark aria-hidden="true" />}>
              Views
            </Button>
          }
        >
          {views.map((view) => (
            <MenuLink key={view.id} href={`/${place}?${view.query}`} current={view.query === query.toString()}>
              {view.name}
            </MenuLink>
          ))}
        </Menu>
      ) : null}
      {query.size > 0 ? <SaveSearch place={place} query={query.toString()} suggested={[...query.values()].join(" ")} label="Save this view" /> : null}
    </>
  );
}
