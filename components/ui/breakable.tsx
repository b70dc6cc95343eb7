import { Fragment, type ReactNode } from "react";

const shortCharsMax = 40;

/**
 * A long name that may break where its parts meet, after a dot, slash or dash, else between humps: without it breaks amid a word.
 * What has spaces breaks there, and stays one text, as does all that is short enough: that is how it is found on a page.
 */
export function breakable(name: string): ReactNode {
  if (name.length <= shortCharsMax || /\s/.test(name)) return name;
  const parts = name.split(/(?<=[./_:-])(?=[^./_:-])/);
  return (parts.length > 1 ? parts : name.split(/(?<=[a-z0-9])(?=[A-Z])/)).map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
