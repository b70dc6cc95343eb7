import type { ReactNode } from "react";

type Renderer = { renderToStaticMarkup(node: ReactNode): string };

let known: Renderer | undefined;

/**
 * HTML of elements that have no state: server components only, none that runs in the browser. React's own renderer, as
 * Node loads it: the one that Next.js would bundle here refuses to run beside server components.
 */
export function renderStatic(node: ReactNode): string {
  known ??= process.getBuiltinModule("node:module").createRequire(`${process.cwd()}/package.json`)("react-dom/server") as Renderer;
  return known.renderToStaticMarkup(node);
}
