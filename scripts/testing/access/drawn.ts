import { globSync, readFileSync } from "node:fs";
import { isValidElement, type ReactElement } from "react";
import { load } from "./discover.ts";

type Called = (props: unknown, ref?: unknown) => unknown;
type Wrapped = { type?: unknown; render?: Called; _init?: (payload: unknown) => unknown; _payload?: unknown };

/**
 * Everything that the server would send of what a page gives: texts, attributes and keys of what is drawn there, and all
 * that is handed to components of the browser, whether they show it or not. One line each.
 */
export async function drawn(node: unknown): Promise<string> {
  const browser = await (components ??= ofTheBrowser());
  const lines: string[] = [];
  await collect(node);
  return lines.join("\n");

  async function collect(value: unknown): Promise<void> {
    if (value === null || value === undefined || typeof value === "boolean" || typeof value === "function" || typeof value === "symbol") return;
    if (typeof value !== "object") return void lines.push(String(value));
    if (value instanceof Promise) return collect(await value);
    if (isValidElement(value)) return draw(value);
    if (value instanceof Date || value instanceof URL) return void lines.push(JSON.stringify(value));
    if (ArrayBuffer.isView(value)) return void lines.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString());
    if (value instanceof Map || value instanceof Set || Array.isArray(value)) {
      for (const item of value) await collect(item);
      return;
    }
    for (const [name, item] of Object.entries(value)) {
      lines.push(name);
      await collect(item);
    }
  }

  async function draw({ key, type, props }: ReactElement): Promise<void> {
    if (key !== null) lines.push(key);
    if (typeof type === "function" && !browser.has(type)) return call(type as Called, props);
    const { type: inner, render, _init: init, _payload: payload } = (typeof type === "object" ? type : {}) as Wrapped;
    if (browser.has(type) || (!inner && !render && !init)) return collect(props);
    return call((init ? init(payload) : (render ?? inner)) as Called, props);
  }

  async function call(component: Called, props: unknown): Promise<void> {
    let made: unknown;
    try {
      made = await component(props);
    } catch (error) {
      // Others' components that ask their surroundings, such as icons: what they are given is all they know.
      if (!(error instanceof TypeError && /reading 'use[A-Z]/.test(error.message))) throw error;
      made = props;
    }
    return collect(made);
  }
}

let components: Promise<ReadonlySet<unknown>> | undefined;

/** Components that run in the browser: what they are given travels. */
async function ofTheBrowser(): Promise<ReadonlySet<unknown>> {
  const files = globSync("{app,components}/**/*.{ts,tsx}").filter((file) => /^\s*["']use client["']/.test(readFileSync(file, "utf8")));
  // One that needs the browser's own objects to begin with is loaded there alone, by another that is found here.
  const modules = await Promise.all(files.map((file) => load(file).catch((error: unknown) => (error instanceof ReferenceError ? {} : Promise.reject(error as Error)))));
  const { default: link } = await import("next/link");
  return new Set<unknown>([link, ...modules.flatMap((module) => Object.values(module))].filter((value) => typeof value === "function" || typeof value === "object"));
}
