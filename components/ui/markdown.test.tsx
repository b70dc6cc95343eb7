import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Markdown } from "./markdown.tsx";

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />).replace(/^<div class="prose">|<\/div>$/g, "").trim();

test("shows plain sentences and Markdown", () => {
  expect(html("Places an order.")).toBe("<p>Places an order.</p>");
  expect(html("Places *an* `order`.")).toBe("<p>Places <em>an</em> <code>order</code>.</p>");
});

test("turns markup into its text, and runs none of it", () => {
  expect(html("a <script>alert(1)</script> b")).not.toMatch(/<script/);
  expect(html("<script>alert(1)</script>")).toBe("");
  expect(html("<p>Hello <b>you</b></p>")).toBe("<p>Hello you</p>");
  expect(html("x <img src=x onerror=alert(1)> y")).not.toMatch(/<img|onerror/);
  expect(html("one<br/>two")).toBe("<p>one<br/>\ntwo</p>");
});

test("links only to http, https and mailto", () => {
  expect(html("[a](https://example.com/x)")).toBe('<p><a href="https://example.com/x" rel="noopener noreferrer nofollow ugc">a</a></p>');
  for (const bad of ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//example.com", "/settings", "vbscript:x"]) {
    expect(html(`[a](${bad})`)).toBe("<p><span>a</span></p>");
  }
});

test("names images and links to them instead of loading them", () => {
  expect(html("![Logo](https://example.com/l.png)")).toBe('<p><a href="https://example.com/l.png" rel="noopener noreferrer nofollow ugc">Image: Logo</a></p>');
});

test("leaves no inline style behind, as a strict content policy demands", () => {
  expect(html("| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n- [x] done")).not.toMatch(/style=/);
});

test("colours code by classes, in the language that its fence names", () => {
  expect(html("```js\nconst a = \"b\";\n```")).toBe('<pre tabindex="0"><code><span class="tok-keyword">const</span> a = <span class="tok-string">&quot;b&quot;</span>;\n</code></pre>');
  expect(html('```json\n{"a": 1}\n```')).toContain('class="tok-number"');
  expect(html("```constructor\n<a>\n```")).toBe('<pre tabindex="0"><code>&lt;a&gt;\n</code></pre>');
});

test("shows GitHub's alerts, and leaves other quotations as they are", () => {
  expect(html("> [!NOTE]\n> Mind the *gap*.")).toContain('<blockquote class="alert alert-note">\n<p><strong>Note</strong></p>\n<p>Mind the <em>gap</em>.</p>');
  expect(html("> [!OTHER]\n> text")).toContain("<blockquote>");
});
