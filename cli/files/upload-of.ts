import { realpath } from "node:fs/promises";
import path from "node:path";
import { findCheckout, type Checkout } from "../git/find-checkout.ts";
import type { Upload } from "../server/publish-upload.ts";
import { readDocument } from "./read-document.ts";

/** How a document says which interface it is of. */
export type IdentityOptions = { interface?: string; new?: boolean; line?: string; repository?: string; path?: string };

/**
 * A document with the files that it refers to, and the query that says which interface it is of: by `options`, else by
 * the git checkout that it lies in.
 * @throws CommandError when it cannot be read
 */
export async function uploadOf(file: string, options: IdentityOptions, query: Upload["query"] = {}, env: NodeJS.ProcessEnv = process.env): Promise<Upload & { root: string }> {
  const folder = await realpath(path.dirname(path.resolve(file))).catch(() => path.dirname(path.resolve(file)));
  const place = path.join(folder, path.basename(file));
  const checkout = await findCheckout(folder);
  const { root, files } = await readDocument(place, checkout?.top ?? baseOf(folder));
  return { root, files, query: { ...query, ...identityOf(options, checkout, root, env), root: files.length > 1 ? root : undefined } };
}

/** Outside a checkout, references are followed within the working directory, else within the file's own folder. */
function baseOf(folder: string): string {
  const inside = path.relative(process.cwd(), folder);
  return inside.startsWith("..") || path.isAbsolute(inside) ? folder : process.cwd();
}

function identityOf(options: IdentityOptions, checkout: Checkout | null, root: string, env: NodeJS.ProcessEnv): Upload["query"] {
  const repository = options.repository ?? checkout?.repository ?? undefined;
  return {
    interface: options.interface,
    new: options.new ? "true" : undefined,
    line: options.line,
    repository,
    // A path says nothing without the repository that it lies in.
    path: repository ? (options.path ?? root) : undefined,
    commit: repository ? (checkout?.commit ?? undefined) : undefined,
    // A pipeline checks out a commit and no branch, but says which one it is for.
    ref: repository ? (checkout?.ref ?? (env["GITHUB_HEAD_REF"] || env["GITHUB_REF_NAME"] || env["CI_COMMIT_REF_NAME"] || undefined)) : undefined,
  };
}
