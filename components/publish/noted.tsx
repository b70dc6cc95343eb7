import { Fragment } from "react";

/** A notice of publishing, its names in backticks as code. */
export function Noted({ text }: { text: string }) {
  return <>{text.split("`").map((part, index) => (index % 2 === 1 ? <code key={index} className="[overflow-wrap:anywhere]">{part}</code> : <Fragment key={index}>{part}</Fragment>))}</>;
}
