import { globSync, readFileSync } from "node:fs";
import { endpoints } from "#lib/api/endpoints.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Everything that a request or a command can reach, as keys of rows; found by looking, so that nothing can be forgotten. */
export async function discover(): Promise<string[]> {
  return [...endpoints.map(({ method, path }) => `${method} ${path}`), ...pages(), ...(await routes()), ...(await actions()), ...commands()];
}

/** The address of a file under `app/`: groups in parentheses are no part of it. */
export function addressOf(file: string): string {
  return `/${file.split("/").slice(1, -1).filter((part) => !/^\(.*\)$/.test(part)).join("/")}`;
}

export const pageFiles = () => globSync("app/**/page.tsx");
/** The REST interface has its own list. */
export const routeFiles = () => globSync("app/**/route.{ts,tsx}").filter((file) => !file.startsWith("app/api/v1/"));
export const actionFiles = () => globSync("{app,components,lib}/**/*.{ts,tsx}").filter((file) => /^\s*["']use server["']/m.test(readFileSync(file, "utf8")));

const pages = () => pageFiles().map((file) => `page ${addressOf(file)}`);

async function routes(): Promise<string[]> {
  const found = await Promise.all(routeFiles().map(async (file) => [file, await load(file)] as const));
  return found.flatMap(([file, module]) => methods.filter((method) => method in module).map((method) => `route ${method} ${addressOf(file)}`));
}

async function actions(): Promise<string[]> {
  const found = await Promise.all(actionFiles().map(async (file) => [file, await load(file)] as const));
  return found.flatMap(([file, module]) => Object.keys(module).map((name) => `action ${file}#${name}`));
}

function commands(): string[] {
  const listed = /const commands = \{([\s\S]*?)\n\};/.exec(readFileSync("cli/main.ts", "utf8"))?.[1] ?? "";
  return [...listed.matchAll(/^ {2}["']?([\w-]+)["']?: async/gm)].map(([, name]) => `command ${name}`);
}

export async function load(file: string): Promise<Record<string, unknown>> {
  return (await import(/* @vite-ignore */ `../../../${file}`)) as Record<string, unknown>;
}
