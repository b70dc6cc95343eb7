"use client";
import { useRef, useState } from "react";
import { Bookmark } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, Input } from "../ui/field.tsx";
import { toast } from "../ui/toaster.tsx";
import { useSavedSearches, type SavedSearch } from "./use-saved-searches.ts";

type Props = { place: SavedSearch["place"]; /** What stands in the address. */ query: string; /** Offered as its name. */ suggested: string; label: string };

/** Keeps what is shown under a name, for the reader alone; what is kept already has its name here, and can be given another. */
export function SaveSearch({ place, query, suggested, label }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const { saved, save, rename } = useSavedSearches();
  const kept = saved.find((one) => one.place === place && one.query === query);
  const change = kept ? rename : save;
  const title = kept ? `Saved as “${kept.name}”` : label;
  function onOpenChange(open: boolean) {
    setIsOpen(open);
    save.reset();
    rename.reset();
    if (open) setName(kept?.name ?? suggested.slice(0, 80));
  }
  return (
    <Dialog
      title={kept ? "Rename" : label}
      description="It is yours alone, and stands with the others where searches begin."
      open={isOpen}
      onOpenChange={onOpenChange}
      initialFocus={field}
      trigger={
        <Button size="sm" variant="ghost" icon={<Bookmark aria-hidden="true" />}>
          {title}
        </Button>
      }
    >
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const done = () => {
            setIsOpen(false);
            toast(`Saved as “${name.trim()}”`);
          };
          if (kept) rename.mutate({ id: kept.id, name: name.trim() }, { onSuccess: done });
          else save.mutate({ name: name.trim(), place, query }, { onSuccess: done });
        }}
      >
        <Field id="saved-search-name" label="Name" error={change.error?.message} className="flex-1">
          <Input ref={field} onFocus={(event) => event.target.select()} id="saved-search-name" value={name} maxLength={80} required autoComplete="off" aria-invalid={change.isError || undefined} aria-describedby={change.isError ? "saved-search-name-note" : undefined} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Button type="submit" variant="primary" disabled={change.isPending || name.trim() === ""}>
          {change.isPending ? "Saving…" : "Save"}
        </Button>
      </form>
    </Dialog>
  );
}
