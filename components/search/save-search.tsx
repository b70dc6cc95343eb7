"use client";
import { useRef, useState } from "react";
import { Bookmark } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, Input } from "../ui/field.tsx";
import { useSavedSearches, type SavedSearch } from "./use-saved-searches.ts";

type Props = { place: SavedSearch["place"]; /** What stands in the address. */ query: string; /** Offered as its name. */ suggested: string; label: string };

/** Keeps what is shown under a name, for the reader alone. */
export function SaveSearch({ place, query, suggested, label }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const { save } = useSavedSearches({ enabled: isOpen });
  function onOpenChange(open: boolean) {
    setIsOpen(open);
    save.reset();
    if (open) setName(suggested.slice(0, 80));
  }
  return (
    <Dialog
      title={label}
      description="It is yours alone, and stands with the others where searches begin."
      open={isOpen}
      onOpenChange={onOpenChange}
      initialFocus={field}
      trigger={
        <Button size="sm" variant="ghost" icon={<Bookmark aria-hidden="true" />}>
          {label}
        </Button>
      }
    >
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ name: name.trim(), place, query }, { onSuccess: () => setIsOpen(false) });
        }}
      >
        <Field id="saved-search-name" label="Name" error={save.error?.message} className="flex-1">
          <Input ref={field} onFocus={(event) => event.target.select()} id="saved-search-name" value={name} maxLength={80} required autoComplete="off" aria-invalid={save.isError || undefined} aria-describedby={save.isError ? "saved-search-name-note" : undefined} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Button type="submit" variant="primary" disabled={save.isPending || name.trim() === ""}>
          {save.isPending ? "Saving…" : "Save"}
        </Button>
      </form>
    </Dialog>
  );
}
