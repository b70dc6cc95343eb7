import type { ComponentProps } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import clsx from "clsx";
import { githubAlerts } from "#lib/spec/markdown/github-alerts.ts";
import { htmlAsText } from "#lib/spec/markdown/html-as-text.ts";
import { safeUrl } from "#lib/spec/markdown/safe-url.ts";
import { ColouredCode } from "./coloured-code.tsx";

/**
 * Markdown from a document: untrusted. Markup in it becomes its text, links go to http, https and mailto only,
 * images are named and linked but never loaded.
 */
export function Markdown({ text, small = false, className }: { text: string; small?: boolean; className?: string }) {
  const look = clsx("prose", small && "prose-sm", className);
  // Most descriptions are one plain sentence: no parser for those.
  if (plain.test(text.trim())) return <div className={look}><p>{text.trim()}</p></div>;
  if (text.length > parsedCharsMax) return <div className={clsx(look, "whitespace-pre-wrap")}>{text}</div>;
  return (
    <div className={look}>
      <ReactMarkdown remarkPlugins={plugins} components={components} urlTransform={safeUrl}>
        {text}
      </ReactMarkdown>
    </div>
  );
}

// One line without a sign that means anything to Markdown; an underscore within a word means nothing.
const plain = /^(?![-=+]|\d+[.)])(?!.*(?:www\.|:\/\/|@))(?:[^\n*`[\]<>#|~\\&_]|(?<=\w)_(?=\w)){1,2000}$/u;
// A description longer than a book is shown as it was written: parsing it would hold up every reader.
const parsedCharsMax = 200_000;
const plugins = [remarkGfm, htmlAsText, githubAlerts];

// A document's headings stand below the page's own.
const components: Components = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h5>{children}</h5>,
  h5: ({ children }) => <h6>{children}</h6>,
  h6: ({ children }) => <h6>{children}</h6>,
  a: ({ href, children }) => <OutLink href={href}>{children}</OutLink>,
  img: ({ src, alt }) => <OutLink href={typeof src === "string" ? src : undefined}>{`Image: ${alt || "no description"}`}</OutLink>,
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
  code: ({ className, children }) => <code>{typeof children === "string" ? <ColouredCode code={children} language={/^language-(.+)$/.exec(className ?? "")?.[1]} /> : children}</code>,
  // Alignment comes as an inline style: left out.
  table: ({ children }) => <div className="prose-table"><table>{children}</table></div>,
  th: ({ children }) => <th>{children}</th>,
  td: ({ children }) => <td>{children}</td>,
  input: ({ checked }) => <input type="checkbox" checked={checked ?? false} disabled readOnly aria-label={checked ? "done" : "to do"} />,
};

function OutLink({ href, children }: ComponentProps<"a">) {
  if (!href) return <span>{children}</span>;
  return (
    <a href={href} rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  );
}
