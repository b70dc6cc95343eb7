import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Highlight, type Position } from "./highlight.tsx";

const html = (text: string, positions: Position[]) => renderToStaticMarkup(<Highlight text={text} positions={positions} />);

test("marks the given stretches and escapes the text", () => {
  expect(html("<b>refund</b> a card", [{ start: 3, length: 6 }])).toBe("&lt;b&gt;<mark>refund</mark>&lt;/b&gt; a card");
});

test("lets a path break after its slashes, marked or not", () => {
  const path = renderToStaticMarkup(<Highlight isPath text="/users/{id}/orders" positions={[{ start: 1, length: 6 }]} />);
  expect(path).toBe("/<mark>users/</mark>{id}/<wbr/>orders");
});

test("survives positions that overlap, come in any order or lie outside", () => {
  expect(html("abcdef", [{ start: 3, length: 2 }, { start: 0, length: 2 }, { start: 1, length: 1 }, { start: 9, length: 4 }, { start: 5, length: 40 }])).toBe(
    "<mark>ab</mark>c<mark>def</mark>",
  );
});
