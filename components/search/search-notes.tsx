import { Fragment } from "react";
import { Notice } from "../ui/notice.tsx";
import type { Answer } from "./answer.ts";
import { AskLink } from "./ask-link.tsx";
import type { SearchState } from "./search-state.ts";

/** What of the question was not understood, in words, and what may have been meant. */
export function SearchNotes({ notes, choose }: { notes: Answer["notes"]; choose: (next: SearchState) => void }) {
  if (notes.length === 0) return null;
  return (
    <Notice className="mb-3">
      {notes.map(({ about, message, suggestions }) => (
        <p key={about} className="[overflow-wrap:anywhere]">
          {message}
          {suggestions.length > 0 ? (
            <>
              {" Did you mean "}
              {suggestions.map(({ text, ask }, index) => (
                <Fragment key={text}>
                  {index === 0 ? "" : index === suggestions.length - 1 ? " or " : ", "}
                  <AskLink ask={ask} choose={choose}>
                    {text}
                  </AskLink>
                </Fragment>
              ))}
              ?
            </>
          ) : null}
        </p>
      ))}
    </Notice>
  );
}
