import { findRoots, type Root } from "#lib/spec/upload/find-roots.ts";
import { CommandError } from "../command-error.ts";
import { openFolder, type Folder } from "../files/open-folder.ts";
import type { ImportDocument, ImportSource } from "./import-source.ts";
import type { VersionMap } from "./read-version-map.ts";

/** Where a folder's documents are from: what they are known by, and the commit they stand for. */
export type Place = { name: string; repository?: string; folder?: string; commit?: string; ref?: string };

/**
 * The documents of a folder: every root document with the files it needs. Each is an interface of its own, unless the
 * map says which are versions of one.
 * @throws CommandError when the folder cannot be read, or the map names what is not there
 */
export async function folderSource(base: string, place: Place, map: VersionMap = { interfaces: [] }): Promise<ImportSource> {
  const folder = await openFolder(base);
  const roots = await findRoots(folder);
  const documents = new Map(roots.map((root) => [root.path, documentOf(folder, root, place)]));
  const mapped = map.interfaces.map(({ interface: slug, line, versions }) =>
    versions.map((path): ImportDocument => {
      const document = documents.get(path);
      if (!document) throw new CommandError(`The map names ${path}, but ${base} holds no such document.`);
      documents.delete(path);
      // Earlier versions are not published again once later ones are there.
      return { ...document, query: { ...document.query, interface: slug, line, once: "true" } };
    }),
  );
  return { name: place.name, series: [...mapped, ...[...documents.values()].map((document) => [document])], skipped: skippedIn(folder, roots) };
}

function documentOf(folder: Folder, root: Root, place: Place): ImportDocument {
  const { repository, folder: name, commit, ref } = place;
  const several = root.files.length > 1;
  return {
    path: root.path,
    query: { repository, folder: name, commit, ref, path: root.path, root: several ? root.path : undefined },
    load: () => Promise.all(root.files.map(async (path) => ({ path, bytes: await folder.read(path) }))),
  };
}

function skippedIn(folder: Folder, roots: Root[]): ImportSource["skipped"] {
  const used = new Set(roots.flatMap((root) => root.files));
  const lone = folder.paths.filter((path) => /\.(json|ya?ml)$/i.test(path) && !used.has(path));
  return [
    ...lone.map((path) => ({ path, reason: "No `openapi`, `swagger` or `asyncapi` with a version at its top level, and no document refers to it." })),
    ...folder.oversized.filter(({ path }) => /\.(json|ya?ml)$/i.test(path)).map(({ path, bytes }) => ({ path, reason: `It is larger than 64 MB (${bytes} bytes).` })),
  ];
}
